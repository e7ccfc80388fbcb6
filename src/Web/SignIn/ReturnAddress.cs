using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Bpm.Web.SignIn;

/// <summary>Where somebody goes on after signing in: only ever inside this product.</summary>
public static class ReturnAddress
{
    /// <summary>Path of the sign-in page.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>The sign-in page that leads back to a request.</summary>
    public static string SignInPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? $"{SignIn}?return={Uri.EscapeDataString(UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString))}"
        : $"{SignIn}?expired=true&return={Uri.EscapeDataString(PageOfForm(request))}";

    /// <summary>The address where it leads nowhere else, the start page otherwise.</summary>
    /// <param name="address">As the browser sent it; anything.</param>
    public static string Local(string? address) =>
        address is { Length: > 0 and < 2000 } && address[0] == '/' && !IsHost(address) && !address.Any(c => char.IsControl(c)) && !address.StartsWith(SignIn, StringComparison.Ordinal)
            ? address
            : "/";

    // The page that a form was sent from keeps what was typed, see drafts.js.
    private static string PageOfForm(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : request.Path;

    // Browsers take a second slash, of either kind, for the start of a host.
    private static bool IsHost(string address) => address.StartsWith("//", StringComparison.Ordinal) || address.Contains('\\');
}
