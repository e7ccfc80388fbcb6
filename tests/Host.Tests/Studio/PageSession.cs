using System.Net;
using System.Text.RegularExpressions;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Studio;

/// <summary>The pages as one browser without scripts sees them: it keeps cookies, follows nothing by itself, and sends forms with their token.</summary>
public sealed partial class PageSession(string address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(address) };

    /// <summary>Asks for a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Sends a request as a page's browser does.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool wantsPage = true)
    {
        request.Headers.Add("Accept", wantsPage ? "text/html" : "application/json");
        return await _http.SendAsync(request);
    }

    /// <summary>Fills in the sign-in page.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string user, string password = Site.Password, string query = "", bool withToken = true)
    {
        using var page = await GetAsync("/sign-in" + query);
        var fields = new Dictionary<string, string> { ["_handler"] = "sign-in", ["userName"] = user, ["password"] = password };
        if (withToken)
            fields["__RequestVerificationToken"] = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return await SendAsync(new(HttpMethod.Post, "/sign-in" + query) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Sends the sign-out form of a page.</summary>
    public async Task<HttpResponseMessage> SignOutAsync(string from)
    {
        using var page = await GetAsync(from);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.Add("Origin", address);
        return await SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
