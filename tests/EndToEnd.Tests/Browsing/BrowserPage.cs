using System.Collections.Concurrent;
using Bpm.HostKit;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>A tab that notes what must not happen: errors in the console, and requests that leave the product.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly ConcurrentQueue<string> _faults = [];

    private BrowserPage(IPage page, string address)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                _faults.Enqueue("Left the product: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>What happened that must not, so far.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public static async Task<BrowserPage> OpenAsync(IBrowserContext profile, string address) => new(await profile.NewPageAsync(), address);

    /// <summary>Signs in at the page where the tab is, or at the sign-in page.</summary>
    public async Task SignInAsync(string user, string password = Site.Password)
    {
        if (!Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("用户名").FillAsync(user);
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>What a check of accessibility finds on our own parts of the page; Studio's element is not ours.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        // In this page alone: nothing of ours stands in frames, and the package's own call opens a second page for each check.
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ exclude: [["#bpm-studio"]] }, { resultTypes: ["violations"], iframes: false }))
                .violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join(", ")}`)
            """);
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
