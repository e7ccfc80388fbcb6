using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Data;

public sealed class RunJavaScriptTests
{
    [Theory]
    [EveryMode(-1, "done none")]
    [EveryMode(1, "done 1")]
    [EveryMode(5, "big 5")]
    [EveryMode(10, "big large|odd large")]
    public async Task Script_SetsItsOutcomes_LeavesByThem(RunMode mode, int n, string lines)
    {
        var (host, instance) = await Scenario.StartAsync("Data/script-outcomes", mode, new Dictionary<string, object?> { ["N"] = n });
        host.Lines.ShouldBe(lines.Split('|'));
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Script_Blank_GoesOn(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Data/script-empty", mode);
        host.Lines.ShouldBe(["end"]);
    }

    [Theory, EveryMode]
    public async Task Script_SetsNameCorrelationAndVariables_TheyAreKept(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Data/script-sets", mode, new Dictionary<string, object?> { ["N"] = 4 });
        host.Bursts.Single().CorrelationChanged.ShouldBeTrue();
        host.Instance(instance.Id).GetVariable("N2").ShouldBe(8);
        (await host.SendAsync("go", correlationId: "case-5")).ShouldBe(0);
        (await host.SendAsync("go", correlationId: "case-4")).ShouldBe(1);
        host.Lines.ShouldBe(["第 4 号 case-4 8 12"]);
    }

    [Theory, EveryMode]
    public async Task Outputs_WithinABurst_AreReadByIdOrNameAndGoneAfterAWait(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Data/outputs", mode, new Dictionary<string, object?> { ["N"] = 4 });
        host.Lines.ShouldBe(["5 5 5 5", "10 10 5"]);
        await host.SendAsync("go", "told");
        host.Lines[^1].ShouldBe("nulltold");
    }
}
