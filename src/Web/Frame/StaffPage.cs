using System.Security.Cryptography;
using System.Text;
using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Domain;
using Bpm.Web.Language;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bpm.Web.Frame;

/// <summary>
/// A page of staff. What its forms do is chosen by the posted field <c>do</c> (see <see cref="FormKey"/>) before anything is shown: a form that is not
/// on the page any more, because its first copy was done, is still answered.
/// </summary>
public abstract class StaffPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Context { get; set; } = null!;

    /// <summary>Who looks at the page.</summary>
    [Inject] protected Caller Caller { get; set; } = null!;

    /// <summary>Way to the use cases.</summary>
    [Inject] protected IMediator Mediator { get; set; } = null!;

    /// <summary>Words of the reader's language.</summary>
    [Inject] protected Words W { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IdempotencyKey Key { get; set; } = null!;

    [Inject] private IIdempotencyStore Answers { get; set; } = null!;

    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    protected Refusal? Refused { get; private set; }

    /// <summary>Status of a page that cannot be shown (404, 403 …); null where it can.</summary>
    protected int? Missing { get; private set; }

    /// <summary>What the posted form asks for; null where nothing was posted.</summary>
    protected string? Doing => HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType ? Field("do") ?? "" : null;

    /// <summary>The last posted value of a field, or null.</summary>
    protected string? Field(string name) => Fields(name) is { Count: > 0 } values ? values[^1] : null;

    /// <summary>All posted values of a field.</summary>
    protected StringValues Fields(string name) =>
        HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType ? Context.Request.Form[name] : StringValues.Empty;

    /// <summary>The part of this page's address that leads back to it.</summary>
    protected string Here => Context.Request.Path + Context.Request.QueryString;

    /// <summary>Asks for something to show.</summary>
    /// <returns>Null where it was refused: <see cref="Missing"/> then says with which status the page goes out.</returns>
    protected async Task<T?> AskAsync<T>(IRequest<Result<T>> request) where T : class
    {
        var result = await Mediator.Send(request, Context.RequestAborted);
        if (!result.IsRefused)
            return result.Value;
        Missing = StatusOf(result.Refusal.Kind);
        Context.AnswerWith(Missing.Value);
        return null;
    }

    /// <summary>Does what a form asks for, once however often the form comes. What was done leads on; what was refused stays here.</summary>
    /// <param name="done">Said once on the next page.</param>
    /// <param name="next">Address of the next page; null for this one.</param>
    /// <returns>False when it was refused, see <see cref="Refused"/>.</returns>
    protected async Task<bool> TryAsync<T>(IRequest<Result<T>> request, string done, string? next = null)
    {
        var result = await SendAsync(request);
        if (result.IsRefused)
            return false;
        Leave(done, next);
        return true;
    }

    /// <summary>Does what a form asks for under the form's key; the page decides what comes next.</summary>
    /// <param name="part">Names one of several things that a form does, each of them once; null for the form itself.</param>
    protected async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, string? part = null)
    {
        UseKey(part);
        var result = await Mediator.Send(request, Context.RequestAborted);
        if (result.IsRefused)
            Refuse(result.Refusal);
        return result;
    }

    /// <summary>True where the very form was sent before and done: what came of it is told again, whatever the page would ask first.</summary>
    protected async Task<bool> WasDoneAsync()
    {
        UseKey();
        return Key.Hash.Length > 0 && await Answers.FindAsync(Key.Hash, Context.RequestAborted) is not null;
    }

    /// <summary>Shows a refusal and answers with its status.</summary>
    protected void Refuse(Refusal refusal)
    {
        Refused = refusal;
        Context.AnswerWith(StatusOf(refusal.Kind));
    }

    /// <summary>Goes on to another page and says something there once.</summary>
    protected void Leave(string done, string? next = null)
    {
        PageNotice.Leave(Context, done);
        Navigation.NavigateTo(next ?? Here);
    }

    /// <summary>Status of a kind of refusal.</summary>
    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // The same key with other content is refused, so what was typed counts, and the tokens of the form do not.
    private void UseKey(string? part = null)
    {
        if (Field(FormKey.Name) is not { Length: > 0 and <= 100 } key)
            return;
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, values) in Context.Request.Form.Where(field => !field.Key.StartsWith('_')).OrderBy(field => field.Key, StringComparer.Ordinal))
            content.AppendData(Encoding.UTF8.GetBytes($"{name}\n{string.Join('\n', values.ToArray())}\n"));
        foreach (var file in Context.Request.Form.Files)
            content.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.FileName}\n{file.Length}\n"));
        Key.Set(Caller.Name, Context.Request.Path, part is null ? key : $"{key} {part}", content.GetHashAndReset());
    }
}
