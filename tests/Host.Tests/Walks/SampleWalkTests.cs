using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>The sample complaints that have no walk of their own, each on its straightest way.</summary>
public sealed class SampleWalkTests
{
    [Theory]
    [InlineData("C03")]
    [InlineData("C05")]
    [InlineData("C06")]
    [InlineData("C08")]
    [InlineData("C09")]
    public async Task Sample_StraightOn_ShowsItsClocksAndCloses(string id)
    {
        await using var host = await InProcessHost.StartAsync(Samples.ReceivedAt(id));
        var registered = await host.Site.RegisterAsync(id);
        foreach (var (rule, due) in Samples.Clocks(id))
            Read.Moment(Read.Clocks(registered, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);

        var driver = await new CaseDriver(host.Site, registered, Plan.First).WalkAsync();

        new Walked(driver, await (await host.Site.AsAsync("a.supervisor")).CaseAsync(driver.Number)).ShouldBeClosed();
    }
}
