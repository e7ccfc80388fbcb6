using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bpm.HostKit;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>The product with staff of both utilities before it, each in a browser of their own.</summary>
public sealed class Office(Chromium chromium) : IAsyncLifetime
{
    private static readonly string LongText = string.Concat(Enumerable.Repeat("水压不足，早晚高峰三楼以上无水，多次反映未果，请尽快处理。", 18));
    private readonly Dictionary<string, IBrowserContext> _profiles = [];
    private string[]? _seeded;

    public InProcessHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await InProcessHost.StartAsync(Read.Moment("2026-09-29T15:00:00+08:00"), sockets: true);
        // Server-rendered pages are there at once; what is slower than this is broken.
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var profile in _profiles.Values)
            await profile.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>A tab of somebody who is signed in; everybody keeps one browser of a width.</summary>
    public async Task<BrowserPage> OpenAsync(string user, int width = 1440, int height = 900)
    {
        var key = $"{user} {width}";
        if (!_profiles.TryGetValue(key, out var profile))
            _profiles[key] = profile = await NewProfileAsync(width, height);
        var page = await BrowserPage.OpenAsync(profile, Host.Address);
        if ((await profile.CookiesAsync()).All(cookie => cookie.Name != "bpm.session"))
            await page.SignInAsync(user);
        return page;
    }

    /// <summary>A browser that nobody has used; a narrow one is a telephone's.</summary>
    public async Task<IBrowserContext> NewProfileAsync(int width = 1440, int height = 900, bool script = true)
    {
        var profile = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = Host.Address, Locale = "zh-CN", ViewportSize = new() { Width = width, Height = height }, HasTouch = width < 500, JavaScriptEnabled = script,
        });
        profile.SetDefaultTimeout(30_000);
        return profile;
    }

    /// <summary>Sends something as a user would through the API.</summary>
    public async Task<JsonNode> PostAsync(string user, string path, JsonNode body)
    {
        using var http = new HttpClient { BaseAddress = new(Host.Address) };
        var session = await (await http.PostAsJsonAsync("/api/session", new { userName = user, password = Site.Password })).Content.ReadFromJsonAsync<JsonNode>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", session!["accessToken"]!.GetValue<string>());
        using var answer = await http.PostAsync(path, JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Registers a case of utility A through the API and says its number.</summary>
    /// <param name="more">What differs from a complaint by telephone, as JSON.</param>
    public async Task<string> RegisterAsync(string user, string more)
    {
        var body = JsonNode.Parse(more)!.AsObject();
        foreach (var (name, value) in new[] { ("kind", "complaint"), ("channel", "hotline"), ("content", "用水出现问题，请尽快处理"), ("target", "供水服务"), ("demand", "尽快处理") })
            body.TryAdd(name, value);
        body.TryAdd("customer", new JsonObject { ["phone"] = "13700001111" });
        return (await PostAsync(user, "/api/complaints", body))["number"]!.GetValue<string>();
    }

    /// <summary>Lets business time pass; what becomes due on the way has run then.</summary>
    /// <param name="by">ISO 8601.</param>
    public Task AdvanceAsync(string by) => PostAsync("a.admin", "/api/clock/advance", new JsonObject { ["by"] = by });

    /// <summary>Registers a case of each of several categories, lets a night pass so that some are overdue, and says their numbers; once.</summary>
    public async Task<IReadOnlyList<string>> SeedAsync()
    {
        if (_seeded is not null)
            return _seeded;
        var numbers = new List<string>();
        foreach (var (user, category, more) in new[]
        {
            ("a.hotline", "pipe-repair", """{"channel":"hotline","attributes":{"zone":"urban","pipeDiameter":600}}"""),
            ("a.hotline", "supply", """{"channel":"counter","attributes":{"issue":"pressure"}}"""),
            ("a.hotline", "water-quality", """{"channel":"wechat"}"""),
            ("a.hotline", "meter-data", """{"channel":"mayor-mailbox"}"""),
            ("b.hotline", "product-quality", """{"channel":"hotline"}"""),
            ("b.discipline", "discipline", """{"channel":"written"}"""),
        })
        {
            var body = JsonNode.Parse(more)!.AsObject();
            body["kind"] = "complaint";
            body["category"] = category;
            body["target"] = "供水服务";
            body["content"] = LongText[..Math.Min(LongText.Length, 500)];
            body["demand"] = "尽快处理";
            body["customer"] = new JsonObject { ["name"] = "欧阳女士", ["phone"] = "13800001234", ["address"] = "幸福小区五号楼一单元" };
            numbers.Add((await PostAsync(user, "/api/complaints", body))["number"]!.GetValue<string>());
        }

        await AdvanceAsync("PT18H");
        return _seeded = [.. numbers];
    }
}
