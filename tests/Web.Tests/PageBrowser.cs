using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bpm.HostKit;

namespace Bpm.Web.Tests;

/// <summary>A browser without scripts: keeps cookies, shows pages as HTML, sends their forms as they stand with what is filled in.</summary>
public sealed class PageBrowser(string address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(address) };

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page that is shown.</summary>
    public string Path { get; private set; } = "";

    /// <summary>All words of the page's content, with single spaces.</summary>
    public string Words => string.Join(' ', (Page.QuerySelector("main") ?? Page.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Fills in the sign-in page.</summary>
    public async Task SignInAsync(string user)
    {
        await GoAsync("/sign-in");
        await SendAsync("form", new() { ["userName"] = user, ["password"] = Site.Password });
    }

    /// <summary>Opens a page, following to where it leads.</summary>
    public Task GoAsync(string path) => ShowAsync(new(HttpMethod.Get, path));

    /// <summary>Sends the first form that a selector finds, or the form around it, following to where that leads.</summary>
    /// <param name="selector">CSS.</param>
    /// <param name="filled">Fields filled in otherwise than they stand; several ticks of one name are separated by line feeds.</param>
    /// <param name="press">Value of the button that is pressed, where the form has several.</param>
    /// <param name="files">Files chosen, by name, for the field <c>file</c>; the form then goes in parts.</param>
    public Task SendAsync(string selector, Dictionary<string, string>? filled = null, string? press = null, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var found = Page.QuerySelector(selector);
        var form = (found as IHtmlFormElement ?? found?.Closest("form") as IHtmlFormElement).ShouldNotBeNull($"{selector} on {Path}");
        List<KeyValuePair<string, string>> fields = [.. Fields(form).Where(field => filled?.ContainsKey(field.Key) != true)];
        fields.AddRange((filled ?? []).SelectMany(field => field.Value.Split('\n').Select(value => KeyValuePair.Create(field.Key, value))));
        if (press is not null && form.QuerySelectorAll("button[name]").Single(button => button.GetAttribute("value") == press) is var button)
            fields.Add(new(button.GetAttribute("name")!, press));
        return ShowAsync(new(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : Path) { Content = files.Count == 0 ? new FormUrlEncodedContent(fields) : Parts(fields, files) });
    }

    /// <summary>Shows a page again as it once was, as a press on "back" does.</summary>
    public void ShowAgain(IHtmlDocument page, string path) => (Page, Path) = (page, path);

    /// <summary>The whole text of one element.</summary>
    public string TextOf(string selector) => string.Join(' ', Page.QuerySelector(selector).ShouldNotBeNull($"{selector} on {Path}").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => _http.Dispose();

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> fields, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            parts.Add(new ByteArrayContent(content) { Headers = { ContentType = new("image/png") } }, "file", name);
        return parts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = input.GetAttribute("name")!;
            switch (input)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick when !tick.IsChecked:
                    break;
                case IHtmlInputElement field:
                    yield return new(name, field.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
            }
        }
    }

    private async Task ShowAsync(HttpRequestMessage request)
    {
        for (var redirects = 0; ; redirects++)
        {
            request.Headers.Add("Accept", "text/html");
            if (request.Method == HttpMethod.Post)
                request.Headers.Add("Origin", address);
            using var answer = await _http.SendAsync(request);
            Status = answer.StatusCode;
            Path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.ToString();
            if (answer.Headers.Location is { } next && redirects < 5)
            {
                request = new(HttpMethod.Get, new Uri(new Uri(_http.BaseAddress!, Path), next));
                continue;
            }

            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            return;
        }
    }
}
