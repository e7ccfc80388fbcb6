using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Pages that refuse, are empty or hold far too much text have no barrier either, and never scroll sideways, at a desk and on a telephone.</summary>
[Collection(OfficeCollection.Name)]
public sealed class OddStateTests(Office office)
{
    private static readonly (int Width, int Height)[] Windows = [(1440, 900), (375, 812)];
    private static readonly string LongWord = new('W', 500);
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData("a.it", "/?scope=mine", "/?scope=available&text=没有", "/?scope=started", "/?scope=copied", "/?scope=done&text=没有", "/cases?text=没有", "/admin", "/nowhere", "/cases/XX20200101-0001", "/tasks/11111111-1111-1111-1111-111111111111")]
    [InlineData("a.supervisor", "/supervision?rule=没有", "/reports/overdue?date=2026-01-01", "/reports/overdue/print?date=2026-01-01", "/dashboard?from=2026-01-01&to=2026-01-02", "/worklists/没有")]
    [InlineData("a.admin", "/admin/audit?actor=没有", "/admin/people/没有")]
    [InlineData("b.chairman", "/discipline?status=closed&page=99", "/worklists/instructions")]
    [InlineData("b.hotline", "/worklists/follow-up", "/discipline")]
    public async Task EmptyOrMissing_HasNoBarrierAndFits(string user, params string[] pages)
    {
        await using var tab = await office.OpenAsync(user);
        foreach (var page in pages)
        {
            await tab.Page.GotoAsync(page);
            await CheckAsync(tab, page);
        }

        _faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_HasNoBarrierAndFits()
    {
        await using (var agent = await office.OpenAsync("a.hotline"))
        {
            await agent.Page.GotoAsync("/register");
            await agent.Page.GetByRole(AriaRole.Combobox, new() { Name = "类别" }).SelectOptionAsync("supply");
            await agent.Page.GetByLabel("投诉对象").FillAsync(LongWord);
            await agent.Page.GetByRole(AriaRole.Button, new() { Name = "登记并转派" }).ClickAsync();
            await Assertions.Expect(agent.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
            await CheckAsync(agent, "registration");
        }

        var number = await office.RegisterAsync("a.hotline", """{"category":"water-quality"}""");
        await using (var laboratory = await office.OpenAsync("a.quality"))
        {
            await laboratory.Page.GotoAsync($"/?scope=available&text={number}");
            await laboratory.Page.GetByRole(AriaRole.Link, new() { Name = "现场采样" }).ClickAsync();
            await laboratory.Page.GetByLabel("备注（说明与理由）").FillAsync(LongWord);
            await laboratory.Page.GetByRole(AriaRole.Button, new() { Name = "已采样" }).ClickAsync();
            await Assertions.Expect(laboratory.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
            await CheckAsync(laboratory, "task");
        }

        await using var profile = await office.NewProfileAsync();
        await using var stranger = await BrowserPage.OpenAsync(profile, office.Host.Address);
        await stranger.Page.GotoAsync("/sign-in");
        await stranger.Page.GetByLabel("用户名").FillAsync(LongWord[..50]);
        await stranger.Page.GetByLabel("密码").FillAsync("wrong");
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await stranger.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await CheckAsync(stranger, "sign-in");
        await stranger.Page.GotoAsync("/status");
        await CheckAsync(stranger, "status");
        _faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task LongWords_HaveNoBarrierAndFit()
    {
        var number = await office.RegisterAsync("a.hotline", $$"""
            {"category":"supply","attributes":{"issue":"no-water"},"target":"{{LongWord}}","content":"{{LongWord}}","demand":"{{LongWord}}","suggestion":"{{LongWord}}",
             "customer":{"name":"{{LongWord[..100]}}","phone":"13955550003","address":"{{LongWord[..300]}}" } }
            """);
        await using (var crew = await office.OpenAsync("a.network"))
        {
            await crew.Page.GotoAsync($"/?scope=available&text={number}");
            await CheckAsync(crew, "desk");
            await crew.Page.GetByRole(AriaRole.Link, new() { Name = "现场查看" }).ClickAsync();
            await Assertions.Expect(crew.Page.GetByRole(AriaRole.Button, new() { Name = "领取", Exact = true })).ToBeVisibleAsync();
            await CheckAsync(crew, "task");
        }

        await office.AdvanceAsync("PT25H");
        await using var manager = await office.OpenAsync("a.manager");
        foreach (var page in new[] { $"/cases/{number}", $"/cases/{number}/print", $"/cases?text={number}", "/supervision", "/reports/overdue" })
        {
            await manager.Page.GotoAsync(page);
            await CheckAsync(manager, page);
        }

        _faults.ShouldBeEmpty();
    }

    // The same page in both windows: what a telephone shows is only a matter of style.
    private async Task CheckAsync(BrowserPage tab, string state)
    {
        foreach (var (width, height) in Windows)
        {
            await tab.Page.SetViewportSizeAsync(width, height);
            _faults.AddRange((await tab.BarriersAsync()).Select(barrier => $"{state} {width}: {barrier}"));
            var over = await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            // Paper is as wide as it is.
            if (over > 0 && !state.Contains("/print", StringComparison.Ordinal))
                _faults.Add($"{state} {width}: {over} px sideways");
        }

        await tab.Page.SetViewportSizeAsync(Windows[0].Width, Windows[0].Height);
    }
}
