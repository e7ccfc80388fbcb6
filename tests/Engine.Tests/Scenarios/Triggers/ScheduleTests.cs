using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Triggers;

public sealed class ScheduleTests
{
    // The host's clock begins 2026-09-30 16:00 in Shanghai.
    [Theory, EveryMode("every-ten-minutes", 35, "tick|tick|tick"), EveryMode("every-ten-minutes", 9, ""), EveryMode("every-ten-minutes", 10, "tick"),
     EveryMode("hourly", 59, ""), EveryMode("hourly", 150, "hour|hour"), EveryMode("at-six", 119, ""), EveryMode("at-six", 600, "six"),
     EveryMode("at-noon", 600, "noon"), EveryMode("tick-and-hour", 80, "tick|tick|hour|tick")]
    public async Task Schedule_TimeGoesOn_StartsOncePerDueTime(RunMode mode, string name, int minutes, string lines)
    {
        var host = new EngineHost(mode);
        await host.PublishFileAsync(Scenario.PathOf("Triggers/" + name));
        host.Triggered.ShouldBeEmpty();
        await host.AdvanceAsync(TimeSpan.FromMinutes(minutes));
        host.Lines.ShouldBe(lines.Split('|', StringSplitOptions.RemoveEmptyEntries));
        host.Triggered.Count.ShouldBe(host.Lines.Count);
        foreach (var id in host.Triggered) host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Timer_Interval_CountsFromPublishing(RunMode mode)
    {
        var host = new EngineHost(mode);
        await host.AdvanceAsync(TimeSpan.FromMinutes(7));
        await host.PublishFileAsync(Scenario.PathOf("Triggers/every-ten-minutes"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(30));
        host.Triggered.Select(id => host.Instance(id).CreatedAt.Minute).ShouldBe([17, 27, 37]);
    }

    [Theory, EveryMode]
    public async Task TimerCronAndStartAt_WithinAFlow_WaitOnce(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Triggers/waits", mode);
        await host.AdvanceAsync(TimeSpan.FromMinutes(4));
        host.Lines.ShouldBeEmpty();
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        host.Lines.ShouldBe(["timer"]);
        host.Instance(instance.Id).Bookmarks.Single().DueAt.ShouldBe(new(2026, 9, 30, 9, 0, 0, TimeSpan.Zero));
        await host.AdvanceAsync(TimeSpan.FromMinutes(55));
        host.Lines.ShouldBe(["timer", "cron"]);
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        host.Lines.ShouldBe(["timer", "cron", "at", "past"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Store.TimerCount(instance.Id).ShouldBe(0);
        host.Triggered.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Cron_WithinAFlowComputedToNonsense_IsAnIncident(RunMode mode)
    {
        var (_, instance) = await Scenario.StartAsync("Triggers/cron-of-nonsense", mode);
        instance.Incidents.Single().Message.ShouldContain("“nonsense” 无效");
    }
}
