using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C04: a burst pipe in the night of a holiday (A §四.4).</summary>
public sealed class PipeRepairWalkTests(PipeRepairWalkTests.Product product) : IClassFixture<PipeRepairWalkTests.Product>
{
    [Fact]
    public async Task Registration_AtReceipt_ShowsTheListedClocks()
    {
        var registered = await product.Site.RegisterAsync("C04");
        foreach (var (rule, due) in Samples.Clocks("C04"))
            Read.Moment(Read.Clocks(registered, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
        Read.OpenSteps(registered).ShouldBe(["arrive", "call-department", "first-reply"]);
    }

    [Fact]
    public async Task Case_ArrivedAndRepaired_Closes()
    {
        var walked = await product.WalkAsync("C04", Plan.First);
        walked.ShouldHaveGone("arrive:Arrived", "repair:Repaired", "follow-up:Satisfied").ShouldBeClosed()
            .ShouldHaveClocks("A-4.4a", "met").ShouldHaveClocks("A-4.4c", "met").ShouldHaveClocks("A-2.1c", "met");
        walked.DoerOf("arrive").ShouldBe("a.network");
    }

    [Fact]
    public async Task Arrival_WithoutAFault_NeedsNoRepair()
    {
        var walked = await product.WalkAsync("C04", Plan.First.With("arrive", "NoFault"));
        walked.ShouldHaveGone("arrive:NoFault", "follow-up:Satisfied").ShouldBeClosed().ShouldHaveClocks("A-4.4a", "met").ShouldHaveClocks("A-4.4c", "superseded");
    }

    [Fact]
    public async Task Arrival_OutOfTown_GivesAnHourFromThePush()
    {
        var walked = await product.WalkAsync("C04", Plan.First.Filling("zone", "suburban"), body => body["attributes"] = new JsonObject(), stopBefore: "repair");
        walked.ShouldWaitFor("repair").ShouldHaveClocks("A-4.4a").ShouldHaveClocks("A-4.4b", "met");
        walked.Due("A-4.4b").ShouldBe([product.Start + TimeSpan.FromHours(1)]);
        Read.Text(walked.Case["attributes"]!["zone"]).ShouldBe("suburban");
    }

    public sealed class Product() : RunningProduct("2026-10-03T23:40:00+08:00");
}
