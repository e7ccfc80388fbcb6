using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.DeadPaths;

public sealed class DeadPathTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task LongDeadPath_ToAJoin_IsSkippedAtOnce(bool reload)
    {
        var (host, instance) = await Scenario.StartAsync("DeadPaths/long", reload);
        host.Lines.ShouldBe(["no", "end"]);
        host.Instance(instance.Id).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Switch_SecondCaseTrue_OnlyThatBranchRuns(bool reload)
    {
        var (host, _) = await Scenario.StartAsync("DeadPaths/switch", reload);
        host.Lines.ShouldBe(["B", "end"]);
    }
}
