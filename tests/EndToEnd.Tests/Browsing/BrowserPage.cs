using System.Collections.Concurrent;
using Bpm.HostKit;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>A tab that notes what must not happen: errors in the console, and requests that leave the product.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
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
        var found = await Page.RunAxe(new AxeRunContext { Exclude = [new("#bpm-studio")] });
        return [.. found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")];
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
