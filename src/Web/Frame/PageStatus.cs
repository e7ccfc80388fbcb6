using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Frame;

/// <summary>Sets the status of a page that itself says what is the matter.</summary>
public static class PageStatus
{
    /// <summary>
    /// Answers the page with a status. It is set when the page goes out: a page that is 404 while it is made is thrown away by the framework for the host's own.
    /// </summary>
    public static void AnswerWith(this HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
