using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Somebody at work in the pages, who finds things by what they say and are, as people do.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly BrowserPage _tab;

    private Desk(BrowserPage tab) => _tab = tab;

    public IPage Page => _tab.Page;

    /// <summary>The page's own content, without the frame.</summary>
    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>The buttons that end the task that is open.</summary>
    public ILocator Outcomes => Page.GetByRole(AriaRole.Group, new() { Name = "办理结果" });

    /// <summary>What is said once on top of a page.</summary>
    public ILocator Notice => Page.Locator("#bpm-notices");

    /// <summary>Sits down at a desk of the usual width.</summary>
    public static async Task<Desk> OfAsync(Office office, string user) => new(await office.OpenAsync(user));

    /// <summary>Takes a telephone out.</summary>
    public static async Task<Desk> OnPhoneAsync(Office office, string user) => new(await office.OpenAsync(user, 375, 812));

    /// <summary>A desk in a browser of its own, whose line can be cut without others noticing.</summary>
    public static async Task<Desk> InAsync(IBrowserContext profile, Office office, string user)
    {
        var tab = await BrowserPage.OpenAsync(profile, office.Host.Address);
        await tab.SignInAsync(user);
        return new(tab);
    }

    /// <summary>Opens a page by the menu.</summary>
    public async Task MenuAsync(string entry)
    {
        if (Page.Url is "about:blank")
            await Page.GotoAsync("/");
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.EndsWith('/'));
        await Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        _tab.Faults.ShouldBeEmpty();
    }

    /// <summary>Registers what a caller says, with what the form asks for beside it.</summary>
    /// <param name="fill">Fills in the rest.</param>
    /// <returns>The case's number.</returns>
    public async Task<string> RegisterAsync(string channel, string category, Func<Task> fill)
    {
        await Page.GotoAsync("/register");
        await Main.GetByLabel(channel, new() { Exact = true }).CheckAsync();
        await Main.GetByRole(AriaRole.Combobox, new() { Name = "类别" }).SelectOptionAsync(category);
        await fill();
        await PressAsync("登记并转派");
        var number = Main.GetByRole(AriaRole.Heading, new() { Name = "已登记" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(number).ToBeVisibleAsync();
        _tab.Faults.ShouldBeEmpty();
        return await number.InnerTextAsync();
    }

    /// <summary>Finds a task of a case on the desk and takes it up: where others could, it is claimed first.</summary>
    public async Task TakeAsync(string number, string title)
    {
        await Page.GotoAsync($"/?scope=available&text={number}");
        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).Filter(new() { HasText = title });
        await row.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "领取", Exact = true })).ToBeVisibleAsync();
        if (!await Outcomes.IsVisibleAsync())
            await PressAsync("领取");
        await Assertions.Expect(Outcomes).ToBeVisibleAsync();
    }

    /// <summary>Types into the field with a label.</summary>
    public Task WriteAsync(string label, string text) => Main.GetByRole(AriaRole.Textbox, new() { Name = label }).First.FillAsync(text);

    /// <summary>What stands in the field with a label.</summary>
    public Task<string> ReadAsync(string label) => Main.GetByRole(AriaRole.Textbox, new() { Name = label }).First.InputValueAsync();

    /// <summary>Chooses in the list with a label.</summary>
    public Task ChooseAsync(string label, string option) => Main.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Answers a question of yes and no.</summary>
    public Task AnswerAsync(string question, string answer) =>
        Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer).CheckAsync();

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Ends the open task.</summary>
    public async Task EndAsync(string outcome)
    {
        await Outcomes.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).ClickAsync();
        await Assertions.Expect(Notice).ToContainTextAsync("已办结：" + outcome);
        _tab.Faults.ShouldBeEmpty();
    }

    /// <summary>Takes a task up, and ends it by an outcome that asks for nothing more.</summary>
    public async Task DoAsync(string number, string title, string outcome)
    {
        await TakeAsync(number, title);
        await EndAsync(outcome);
    }

    public ValueTask DisposeAsync() => _tab.DisposeAsync();
}
