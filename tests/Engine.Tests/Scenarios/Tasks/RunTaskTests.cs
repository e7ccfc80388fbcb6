using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Tasks;

public sealed class RunTaskTests
{
    [Theory, EveryMode]
    public async Task Task_Reported_ResultIsTheReport(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Tasks/asks-for-help", mode);
        var task = host.RequestedTasks.Single();
        task.TaskName.ShouldBe("量水压");
        task.Payload.ShouldBe(new Dictionary<string, object?> { ["Zone"] = "east", ["Times"] = 2.0 }, ignoreOrder: true);
        host.Instance(instance.Id).Bookmarks.Single().Payload.ShouldBe(task.TaskId);
        (await host.CompleteTaskAsync("another")).ShouldBe(0);
        (await host.CompleteTaskAsync(task.TaskId, new Dictionary<string, object?> { ["value"] = "0.28" })).ShouldBe(1);
        host.Lines.ShouldBe([$"{task.TaskId} 0.28"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await host.CompleteTaskAsync(task.TaskId)).ShouldBe(0);
    }
}
