using Bpm.HostKit;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>The product on a socket, and people with browsers before it. Everybody keeps one browser profile, so that Studio's files are fetched once.</summary>
public sealed class Designers(Chromium chromium) : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 2, 13, 10, 0, 0, TimeSpan.FromHours(8));
    private readonly Dictionary<string, IBrowserContext> _profiles = [];

    public InProcessHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await InProcessHost.StartAsync(Start, sockets: true);

    public async ValueTask DisposeAsync()
    {
        foreach (var profile in _profiles.Values)
            await profile.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>A new tab of somebody who is signed in.</summary>
    public async Task<BrowserPage> OpenAsync(string user)
    {
        if (!_profiles.TryGetValue(user, out var profile))
            _profiles[user] = profile = await NewProfileAsync();
        var page = await BrowserPage.OpenAsync(profile, Host.Address);
        if ((await profile.CookiesAsync()).All(cookie => cookie.Name != "bpm.session"))
            await page.SignInAsync(user);
        return page;
    }

    /// <summary>A tab of a profile that nobody has used.</summary>
    public async Task<BrowserPage> OpenFreshAsync(int width = 1440, int height = 900)
    {
        var profile = await NewProfileAsync(width, height);
        _profiles[Guid.NewGuid().ToString()] = profile;
        return await BrowserPage.OpenAsync(profile, Host.Address);
    }

    private async Task<IBrowserContext> NewProfileAsync(int width = 1440, int height = 900)
    {
        var profile = await chromium.Browser.NewContextAsync(new() { BaseURL = Host.Address, Locale = "zh-CN", ViewportSize = new() { Width = width, Height = height } });
        profile.SetDefaultTimeout(90_000);
        return profile;
    }
}
