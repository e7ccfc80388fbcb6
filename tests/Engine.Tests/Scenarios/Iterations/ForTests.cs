using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Iterations;

public sealed class ForTests
{
    [Theory]
    [EveryMode(1, 3, 1, true, "1 2 3")]
    [EveryMode(1, 3, 1, false, "1 2")]
    [EveryMode(3, 1, -1, true, "3 2 1")]
    [EveryMode(3, 1, -1, false, "3 2")]
    [EveryMode(1, 10, 4, true, "1 5 9")]
    [EveryMode(5, 1, 1, true, "")]
    [EveryMode(2, 2, 1, false, "")]
    [EveryMode(int.MaxValue - 1, int.MaxValue, 1, true, "2147483646 2147483647")]
    public async Task For_FromStartToEnd_RunsOnceForEachNumber(RunMode mode, int from, int to, int by, bool inclusive, string numbers)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for", mode, new Dictionary<string, object?>
        {
            ["From"] = from, ["To"] = to, ["By"] = by, ["Inclusive"] = inclusive,
        });
        host.Lines.ShouldBe([.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => $"{n}/{n}"), "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task For_BodyWaitsAndMovesTheEnd_KeepsTheBoundsItStartedWith(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/for-waits", mode);
        (await host.SendAsync("go")).ShouldBe(1);
        host.Lines.ShouldBe(["round 1 of 1"]);
        host.Instance(instance.Id).GetVariable("I").ShouldBe(2);
        (await host.SendAsync("go")).ShouldBe(1);
        (await host.SendAsync("go")).ShouldBe(0);
        host.Lines.ShouldBe(["round 1 of 1", "round 2 of 2", "end"]);
    }

    [Fact]
    public async Task For_StepZero_IsAnIncidentWithAReason()
    {
        var (_, instance) = await Scenario.StartAsync("Iterations/for-no-step", RunMode.Straight);
        instance.Incidents.Single().Message.ShouldContain("步长不能为 0");
    }
}
