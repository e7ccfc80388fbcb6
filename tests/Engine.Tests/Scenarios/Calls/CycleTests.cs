using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Calls;

/// <summary>Workflows that start one another without end.</summary>
public sealed class CycleTests
{
    [Theory, EveryMode]
    public async Task Cycle_WithinABurst_IsAnIncidentOfTheLastInstanceAlone(RunMode mode)
    {
        var (host, top) = await Scenario.StartAsync("Calls/ping", mode);
        host.Instances.Count.ShouldBe(33);
        var failed = host.Instances.Single(i => i.SubStatus == WorkflowSubStatus.Faulted);
        failed.Depth.ShouldBe(32);
        var message = failed.Incidents.Single().Message;
        message.ShouldContain("已有 32 层");
        message.ShouldContain("“pong”");
        message.ShouldContain("循环调用");
        host.Instances.Where(i => i != failed).ShouldAllBe(i => i.SubStatus == WorkflowSubStatus.Finished && i.Incidents.Count == 0);
        host.Instance(top.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Lines.Count.ShouldBe(32);
    }

    [Theory, EveryMode]
    public async Task Cycle_OverManyBursts_IsAnIncidentOfTheLastInstanceAlone(RunMode mode)
    {
        var host = new EngineHost(mode, options: new RunnerOptions { MaxChain = 5 });
        var top = await host.StartFileAsync(Scenario.PathOf("Calls/ping-slow"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Instances.Count.ShouldBe(6);
        host.Instances.Single(i => i.Incidents.Count > 0).Incidents[0].Message.ShouldContain("已有 5 层");
        host.Instances.ShouldAllBe(i => i.IsEnded);
        host.Instance(top.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Cycle_OfDispatches_EndsAtTheHundredth(RunMode mode)
    {
        var (host, top) = await Scenario.StartAsync("Dispatches/again", mode);
        host.Instances.Count.ShouldBe(101);
        host.Instance(top.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var failed = host.Instances.Single(i => i.Incidents.Count > 0);
        failed.Depth.ShouldBe(100);
        failed.Incidents[0].Message.ShouldContain("已有 100 层");
    }

    [Theory, EveryMode]
    public async Task Steps_OfAChild_CountForTheBurst(RunMode mode)
    {
        var host = new EngineHost(mode, options: new RunnerOptions { MaxSteps = 50 });
        var instance = await host.StartFileAsync(Scenario.PathOf("Calls/calls-spins"));
        host.ChildrenOf(instance.Id).Single().Incidents.Single().Message.ShouldContain("超过 50 个");
        instance.Incidents.Single().Message.ShouldContain("超过 50 个");
        host.Bursts.Sum(b => b.Journal.Count(e => e.EventName == "Started")).ShouldBeLessThanOrEqualTo(51);
        host.Lines.ShouldBeEmpty();
    }
}
