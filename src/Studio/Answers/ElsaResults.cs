using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bpm.Domain;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace Bpm.Studio.Answers;

/// <summary>
/// Answers as Elsa's clients read them: camelCase, nulls sent, enums as words. A business refusal is 400 with its texts, because the designer
/// shows only those; 401, 403 and the 404 of what is read stay what they are.
/// </summary>
public static class ElsaResults
{
    private const string ProblemType = "application/problem+json";

    /// <summary>How answers are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        // Containers in containers: a definition may be 256 deep, and another one inside it.
        MaxDepth = 1024,
    };

    /// <summary>Runs a use case and answers with its value.</summary>
    /// <param name="shape">Elsa's shape of the value.</param>
    public static Task<IResult> AskElsa<T>(
        this IMediator mediator, IRequest<Result<T>> request, Func<T, object?> shape, CancellationToken cancellationToken) =>
        mediator.AskElsa(request, value => Ok(shape(value)), cancellationToken);

    /// <summary>Runs a use case and answers as the caller says.</summary>
    public static async Task<IResult> AskElsa<T>(
        this IMediator mediator, IRequest<Result<T>> request, Func<T, IResult> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mediator);
        ArgumentNullException.ThrowIfNull(answer);
        var result = await mediator.Send(request, cancellationToken);
        return result.IsRefused ? Of(result.Refusal, request.GetType().GetInterfaces().All(contract => contract.Name != "ICommand")) : answer(result.Value);
    }

    /// <summary>A value.</summary>
    public static IResult Ok(object? value) => TypedResults.Json(value, Json);

    /// <summary>A refusal.</summary>
    /// <param name="isRead">True where nothing would have changed.</param>
    public static IResult Of(Refusal refusal, bool isRead)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var status = refusal.Kind switch
        {
            RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound when isRead => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status400BadRequest,
        };
        var errors = refusal.Errors.Count > 0 ? refusal.Errors : new Dictionary<string, string[]> { [refusal.Code] = [refusal.Message] };
        return TypedResults.Json(new Refused(status, "请求没有成功", refusal.Message, refusal.Code, errors), Json, ProblemType, status);
    }

    private sealed record Refused(int Status, string Title, string Detail, string Code, IReadOnlyDictionary<string, string[]> Errors);
}
