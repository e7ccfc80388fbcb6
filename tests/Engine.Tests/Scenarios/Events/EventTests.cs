using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Events;

public sealed class EventTests
{
    [Theory, EveryMode]
    public async Task Event_WithContent_IsItsResult(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Events/event-result", mode);
        await host.SendAsync("go", new Dictionary<string, object?> { ["name"] = "张三" });
        host.Lines.ShouldBe(["got 张三"]);
    }

    [Theory, EveryMode]
    public async Task Publish_WhatItselfWaitsForLater_IsNotDeliveredInTheSameBurst(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Events/publish", mode, correlationId: "case-1");
        host.Lines.ShouldBeEmpty();
        var stimulus = host.Bursts.Single().PublishedStimuli.Single();
        stimulus.Payload.ShouldBe("go");
        stimulus.CorrelationId.ShouldBe("case-1");
        (await host.Store.MatchAsync(stimulus.Hash, null, "case-2", default)).ShouldBeEmpty();
        (await host.Store.MatchAsync(stimulus.Hash, null, "case-1", default)).Single().InstanceId.ShouldBe(instance.Id);
        (await host.SendAsync("go", correlationId: "case-1")).ShouldBe(1);
        host.Lines.ShouldBe(["end"]);
    }

    [Theory, EveryMode]
    public async Task Delay_WhenDue_GoesOnAndNotBefore(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Events/delay", mode);
        host.Bursts[0].AddedTimers.Single().DueAt.ShouldBe(host.Clock.GetUtcNow().AddMinutes(30));
        await host.AdvanceAsync(TimeSpan.FromMinutes(29));
        host.Lines.ShouldBeEmpty();
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        host.Lines.ShouldBe(["end"]);
        host.Instance(instance.Id).FinishedAt.ShouldBe(host.Bursts[0].AddedTimers[0].DueAt);
    }

    [Theory, EveryMode]
    public async Task Resume_UnknownBookmark_ChangesNothing(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Events/delay", mode);
        var revision = host.Instance(instance.Id).Revision;
        (await host.ResumeAsync(instance.Id, "b99")).Changed.ShouldBeFalse();
        host.Instance(instance.Id).Revision.ShouldBe(revision);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }
}
