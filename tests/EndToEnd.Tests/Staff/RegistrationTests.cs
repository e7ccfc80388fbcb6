using System.Text.RegularExpressions;
using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Registering with one hand on the phone: by keys alone, with a Chinese input method, with nervous fingers, on a bad line, after a break.</summary>
[Collection(OfficeCollection.Name)]
public sealed class RegistrationTests(Office office)
{
    [Fact]
    public async Task Complaint_ByKeysAlone_TakesFewPressesBesideItsText()
    {
        await using var tab = await office.OpenAsync("a.hotline2");
        await tab.Page.GotoAsync("/register");
        var presses = 0;

        await TypeAsync("13922220001");
        await PressAsync("Tab", 3);
        await PressAsync("Tab");
        await TypeAsync("解放路1号");
        await PressAsync("Tab");
        await PressAsync("4");
        await PressAsync("Tab", 4);
        await TypeAsync("路面冒水");
        await PressAsync("Control+Enter");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "已登记" })).ToContainTextAsync("管网部");
        presses.ShouldBeLessThanOrEqualTo(11);
        tab.Faults.ShouldBeEmpty();

        Task TypeAsync(string text) => tab.Page.Keyboard.TypeAsync(text);

        async Task PressAsync(string key, int times = 1)
        {
            for (var i = 0; i < times; i++, presses++)
                await tab.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task Complaint_PressedTwice_IsRegisteredOnce()
    {
        await using var tab = await office.OpenAsync("a.hotline2");
        await FillAsync(tab.Page, "13922220002");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).DblClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();
        (await CasesOfAsync(tab.Page, "13922220002")).ShouldBe(1);
    }

    [Fact]
    public async Task Complaint_AfterBack_IsNotRegisteredAgainByAccident()
    {
        await using var tab = await office.OpenAsync("a.hotline2");
        await FillAsync(tab.Page, "13922220003");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();

        await tab.Page.GoBackAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByLabel("联系电话")).ToHaveValueAsync("");
        (await CasesOfAsync(tab.Page, "13922220003")).ShouldBe(1);
    }

    [Fact]
    public async Task Complaint_AnsweredBeforeTheLastKeystrokeWasKept_IsNotOfferedAgain()
    {
        // A browser of its own: the clock that the test holds is that of all its tabs.
        var profile = await office.NewProfileAsync();
        await using var tab = await BrowserPage.OpenAsync(profile, office.Host.Address);
        await tab.SignInAsync("a.hotline2");
        await tab.Page.Clock.InstallAsync();
        await FillAsync(tab.Page, "13922220006");
        await tab.Page.Clock.PauseAtAsync(await tab.Page.EvaluateAsync<DateTime>("() => new Date(Date.now() + 1000)"));
        await tab.Page.GetByLabel("投诉内容").FillAsync("路面冒水，水很大");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();
        await tab.Page.Clock.RunForAsync(1000);

        (await tab.Page.EvaluateAsync<int>("() => Object.keys(sessionStorage).filter(key => key.endsWith(':register')).length")).ShouldBe(0);
        await profile.DisposeAsync();
    }

    [Fact]
    public async Task Session_EndedInMidForm_LeadsBackToWhatWasTyped()
    {
        var profile = await office.NewProfileAsync();
        await using var tab = await BrowserPage.OpenAsync(profile, office.Host.Address);
        await tab.SignInAsync("a.hotline2");
        await FillAsync(tab.Page, "13922220004");
        await profile.ClearCookiesAsync(new() { Name = "bpm.session" });

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/sign-in?**");
        await tab.SignInAsync("a.hotline2");

        await Assertions.Expect(tab.Page.GetByLabel("联系电话")).ToHaveValueAsync("13922220004");
        await Assertions.Expect(tab.Page.GetByLabel("投诉内容")).ToHaveValueAsync("路面冒水");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();
        await profile.DisposeAsync();
    }

    [Fact]
    public async Task Line_Dropped_KeepsTheFormAndSaysSo()
    {
        var profile = await office.NewProfileAsync();
        await using var tab = await BrowserPage.OpenAsync(profile, office.Host.Address);
        await tab.SignInAsync("a.hotline2");
        await FillAsync(tab.Page, "13922220005");
        await profile.SetOfflineAsync(true);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("网络中断，内容没有送出")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByLabel("投诉内容")).ToHaveValueAsync("路面冒水");
        await profile.SetOfflineAsync(false);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "已登记" })).ToBeVisibleAsync();
        (await CasesOfAsync(tab.Page, "13922220005")).ShouldBe(1);
        await profile.DisposeAsync();
    }

    [Fact]
    public async Task ChineseInput_InComposition_LooksForNothingUntilItIsDone()
    {
        await using var tab = await office.OpenAsync("a.hotline2");
        await tab.Page.GotoAsync("/register");
        var asked = 0;
        tab.Page.Request += (_, request) => asked += request.Method == "POST" ? 1 : 0;
        await tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "地址" }).FocusAsync();
        var keys = await tab.Page.Context.NewCDPSessionAsync(tab.Page);

        foreach (var text in new[] { "x", "xi", "xing", "xingfu", "xingfuxiaoqu" })
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
        await tab.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 600))");
        asked.ShouldBe(0);
        await keys.SendAsync("Input.insertText", new() { ["text"] = "幸福小区五号楼" });

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "客户与地址的历史" })).ToContainTextAsync(new Regex("没有找到近期案件|XX"));
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "地址" })).ToHaveValueAsync("幸福小区五号楼");
        asked.ShouldBe(1);
    }

    private static async Task FillAsync(IPage page, string phone)
    {
        await page.GotoAsync("/register");
        await page.GetByLabel("热线电话").CheckAsync();
        await page.GetByLabel("联系电话").FillAsync(phone);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "类别" }).SelectOptionAsync("pipe-repair");
        await page.GetByLabel("投诉内容").FillAsync("路面冒水");
    }

    // The customer's history is what says how often something was registered.
    private static async Task<int> CasesOfAsync(IPage page, string phone)
    {
        await page.GotoAsync("/register");
        await page.GetByLabel("联系电话").FillAsync(phone);
        var history = page.GetByRole(AriaRole.Region, new() { Name = "客户与地址的历史" });
        await Assertions.Expect(history).ToContainTextAsync("XX");
        return await history.GetByRole(AriaRole.Link).CountAsync();
    }
}
