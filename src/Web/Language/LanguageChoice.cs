using Bpm.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Language;

/// <summary>The one switch of language: a cookie of the browser, kept for a year.</summary>
public static class LanguageChoice
{
    /// <summary>Keeps the posted <c>language</c> and goes back to the posted <c>return</c>.</summary>
    public static async Task<IResult> ChooseAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        context.Response.Cookies.Append(Words.Cookie, form["language"] == Words.English ? Words.English : "zh-CN", new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return TypedResults.LocalRedirect(ReturnAddress.Local(form["return"]));
    }
}
