using System.Globalization;
using System.Text.Encodings.Web;
using Bpm.Application.Access;
using Bpm.Application.Tasks;
using Bpm.Web.Language;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Frame;

/// <summary>How many tasks wait for somebody, beside the desk in the menu; asked for again every minute while a page is open.</summary>
public static class TaskBadge
{
    /// <summary>Address of the badge.</summary>
    public const string Address = "/badge";

    /// <summary>Answers with the badge's markup; empty where nothing waits or nobody is signed in any more.</summary>
    public static async Task<IResult> ShowAsync(Caller caller, IMediator mediator, Words words, HtmlEncoder encoder, CancellationToken cancellationToken)
    {
        if (caller.Staff is null || await mediator.Send(new CountTasks([TaskScope.Mine, TaskScope.Available]), cancellationToken) is not { IsRefused: false } counts)
            return TypedResults.Content("", "text/html");
        var count = (counts.Value.Mine ?? 0) + (counts.Value.Available ?? 0);
        if (count == 0)
            return TypedResults.Content("", "text/html");
        return TypedResults.Content(
            $"""<span class="bpm-count">{count.ToString(CultureInfo.InvariantCulture)}<span class="bpm-sr">{encoder.Encode(words["项待办"])}</span></span>""", "text/html; charset=utf-8");
    }
}
