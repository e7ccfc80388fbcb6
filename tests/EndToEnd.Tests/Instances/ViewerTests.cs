using Bpm.EndToEnd.Tests.Browsing;
using Bpm.EndToEnd.Tests.Definitions;
using Bpm.HostKit;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Instances;

[Collection(DesignersCollection.Name)]
public sealed class ViewerTests(Designers designers)
{
    [Fact]
    public async Task Viewer_OfARunningCase_FollowsItToItsEnd()
    {
        var site = designers.Host.Site;
        var running = await site.RegisterAsync("C09");
        await using var tab = await designers.OpenAsync("a.process");
        await tab.Page.GotoAsync("/studio/instances");
        await tab.Page.GetByText(Read.Text(running["number"])).ClickAsync();
        await tab.Page.WaitForURLAsync("**/studio/instances/" + Read.Text(running["workflow"]!["instanceId"]));
        var nodes = tab.Page.Locator("elsa-activity-wrapper .activity-content");
        await Assertions.Expect(nodes).ToHaveCountAsync(DefinitionFile.Root("xx-water", "billing")["activities"]!.AsArray().Count);
        var status = tab.Page.Locator("#bpm-studio tr").Filter(new() { Has = tab.Page.GetByText("子状态", new() { Exact = true }) });
        await Assertions.Expect(status).ToContainTextAsync("等待中");
        // Nobody touches the page from here on.
        await new CaseDriver(site, running, Plan.First).WalkAsync();
        await Assertions.Expect(status).ToContainTextAsync("已结束", new() { Timeout = 30_000 });
        await Assertions.Expect(tab.Page.Locator(".x6-node[data-cell-id='finish-replied'] .mud-badge")).ToHaveTextAsync("1");
        tab.Faults.ShouldBeEmpty();
        (await tab.BarriersAsync()).ShouldBeEmpty();
    }
}
