using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C11: the repair system fails on a holiday evening (A §七).</summary>
public sealed class SystemFaultWalkTests(SystemFaultWalkTests.Product product) : IClassFixture<SystemFaultWalkTests.Product>
{
    [Fact]
    public async Task Registration_AtReceipt_ShowsTheListedClock()
    {
        var registered = await product.Site.RegisterAsync("C11");
        foreach (var (rule, due) in Samples.Clocks("C11"))
            Read.Moment(Read.Clocks(registered, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
        Read.OpenSteps(registered).ShouldBe(["solve-fault"]);
    }

    [Fact]
    public async Task Fault_Solved_Closes()
    {
        var walked = await product.WalkAsync("C11", Plan.First);
        walked.ShouldHaveGone("solve-fault:Solved").ShouldBeClosed().ShouldHaveClocks("A-7.2", "met");
        walked.DoerOf("solve-fault").ShouldBe("a.tech");
    }

    [Fact]
    public async Task Fault_SentToTheOtherTeam_KeepsItsDueTime()
    {
        var walked = await product.WalkAsync("C11", Plan.First.With("solve-fault", "Returned", "Solved"));
        walked.ShouldHaveGone("solve-fault:Returned", "solve-fault:Solved").ShouldBeClosed().ShouldHaveClocks("A-7.2", "met");
        walked.DoerOf("solve-fault", 2).ShouldBe("a.it");
        walked.Due("A-7.2").ShouldBe([Samples.Clocks("C11")["A-7.2"]]);
    }

    public sealed class Product() : RunningProduct("2026-01-03T22:30:00+08:00");
}
