using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Bpm.Web.Frame;

/// <summary>What a page that was left says on the next one, once: "done" after a form. Kept in a sealed cookie, so that nobody else can speak there.</summary>
public static class PageNotice
{
    private const string Cookie = "bpm.notice";
    private static readonly CookieOptions Options = new() { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/", MaxAge = TimeSpan.FromMinutes(2) };

    /// <summary>Leaves a text for the next page.</summary>
    public static void Leave(HttpContext context, string text) =>
        context.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(Protector(context).Protect(Encoding.UTF8.GetBytes(text))), Options);

    /// <summary>Takes the text that the page before left; null where there is none.</summary>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } sealedText || context.Response.HasStarted)
            return null;
        context.Response.Cookies.Delete(Cookie, Options);
        try
        {
            return Encoding.UTF8.GetString(Protector(context).Unprotect(WebEncoders.Base64UrlDecode(sealedText)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext context) => context.RequestServices.GetDataProtector("Bpm.Web.PageNotice");
}
