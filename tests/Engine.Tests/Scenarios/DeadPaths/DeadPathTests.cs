using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.DeadPaths;

public sealed class DeadPathTests
{
    [Theory, EveryMode]
    public async Task LongDeadPath_ToAJoin_IsSkippedAtOnce(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("DeadPaths/long", mode);
        host.Lines.ShouldBe(["no", "end"]);
        host.Instance(instance.Id).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Switch_SecondCaseTrue_OnlyThatBranchRuns(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("DeadPaths/switch", mode);
        host.Lines.ShouldBe(["B", "end"]);
    }
}
