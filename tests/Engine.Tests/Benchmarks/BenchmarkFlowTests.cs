using Bpm.Benchmarks;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Benchmarks;

/// <summary>The flows that tests/Benchmarks measures do what their figures are printed for.</summary>
public sealed class BenchmarkFlowTests
{
    [Theory, EveryMode]
    public async Task Seq10_Run_SetsTenTimes(RunMode mode) =>
        (await CompletedAsync(mode, "Seq10")).Count(id => id.StartsWith("set", StringComparison.Ordinal)).ShouldBe(10);

    [Theory, EveryMode]
    public async Task Flow12_Run_ExecutesTenOfTwelve(RunMode mode) =>
        (await CompletedAsync(mode, "Flow12")).ShouldBe(["start", "a", "d1", "yes1", "merge", "d2", "fork", "left", "right", "join", "f", "Workflow1"]);

    [Theory, EveryMode]
    public async Task While100_Run_TurnsAHundredTimes(RunMode mode) =>
        (await CompletedAsync(mode, "While100")).Count(id => id == "set").ShouldBe(100);

    [Theory, EveryMode(1), EveryMode(100)]
    public async Task FlowLoop_Run_TurnsAsOftenAsTold(RunMode mode, int limit) =>
        (await CompletedAsync(mode, "FlowLoop", limit)).Count(id => id == "set").ShouldBe(limit);

    [Theory, EveryMode]
    public async Task HumanTask_BothTasksDone_EndsInThreeBursts(RunMode mode)
    {
        var host = Host(mode);
        var instance = await StartAsync(host, "HumanTask");
        (await host.SendAsync("Task1")).ShouldBe(1);
        (await host.SendAsync("Task2")).ShouldBe(1);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Bursts.Count.ShouldBe(3);
        Effects(host, instance).ShouldBe(["effect1", "effect2", "effect4"]);
        host.Store.TimerCount(instance.Id).ShouldBe(0);
    }

    [Theory, EveryMode]
    public async Task HumanTask_HourPassed_EndsWithoutTheSecondTask(RunMode mode)
    {
        var host = Host(mode);
        var instance = await StartAsync(host, "HumanTask");
        await host.SendAsync("Task1");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        (await host.SendAsync("Task2")).ShouldBe(0);
        Effects(host, instance).ShouldBe(["effect1", "effect3", "effect4"]);
    }

    private static EngineHost Host(RunMode mode) => new(mode, ActivityRegistry.WithBuiltIns().Add(SideEffect.Type));

    private static Task<WorkflowInstance> StartAsync(EngineHost host, string flow, int? limit = null) => host.StartFileAsync(
        Path.Combine(AppContext.BaseDirectory, "Flows", flow + ".json"),
        limit is null ? null : new Dictionary<string, object?> { ["Limit"] = limit });

    private static async Task<List<string>> CompletedAsync(RunMode mode, string flow, int? limit = null)
    {
        var host = Host(mode);
        var instance = await StartAsync(host, flow, limit);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        return [.. host.Completed(instance.Id)];
    }

    private static IEnumerable<string> Effects(EngineHost host, WorkflowInstance instance) =>
        host.Completed(instance.Id).Where(id => id.StartsWith("effect", StringComparison.Ordinal));
}
