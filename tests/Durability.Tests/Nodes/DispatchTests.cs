using Bpm.Application.Definitions;
using Bpm.Application.Instances;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>Workflows that start others, and ask others for work.</summary>
public sealed class DispatchTests : IAsyncLifetime
{
    private readonly NodeFolder _folder = new();
    private Node _node = null!;

    public async ValueTask InitializeAsync() => _node = await _folder.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Dispatch_NodeGoneBeforeTheChildStarts_StartsItOnceAfterwards()
    {
        await PublishAsync(waits: true);
        await _node.TryStartAsync("parent", "c1");
        await _node.DisposeAsync();
        _node = await _folder.StartAsync();
        await _node.RunDueAsync();
        (await _node.InstancesAsync("child")).ShouldHaveSingleItem().Status.ShouldBe("running");
        (await StatusAsync("parent")).ShouldBe("running");
        await _node.TellAsync("go");
        (await StatusAsync("child")).ShouldBe("finished");
        (await StatusAsync("parent")).ShouldBe("finished");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispatch_ToAWorkflowThatWasRetracted_LeavesNobodyWaiting(bool waits)
    {
        await PublishAsync(waits);
        await _node.TryStartAsync("parent");
        (await _node.SendAsync(new RetractDefinition("child"))).IsRefused.ShouldBeFalse();
        (await _node.RunDueAsync()).ShouldBeNull();
        (await _node.InstancesAsync("child")).ShouldBeEmpty();
        (await StatusAsync("parent")).ShouldBe("finished");
    }

    [Fact]
    public async Task Dispatch_ToASingletonThatRuns_LeavesNobodyWaiting()
    {
        await _node.PublishAsync(new PlainFlow("child").WaitFor("go").Activated("SingletonStrategy"), Parent(true));
        await _node.TryStartAsync("child");
        await _node.TryStartAsync("parent");
        await _node.RunDueAsync();
        (await _node.InstancesAsync("child")).Count.ShouldBe(1);
        (await StatusAsync("parent")).ShouldBe("finished");
    }

    [Fact]
    public async Task Execute_AChildThatWaits_IsStoredWithItsParentAndTellsItsEnd()
    {
        await _node.PublishAsync(new PlainFlow("child").WaitFor("go"), new PlainFlow("parent").Add(
            "call", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "String", "child"), ("waitForCompletion", "Boolean", "true")));
        await _node.TryStartAsync("parent");
        var child = (await _node.InstancesAsync("child")).ShouldHaveSingleItem();
        var parent = (await _node.InstancesAsync("parent")).ShouldHaveSingleItem();
        (await _node.SendAsync(new GetInstance(child.Id))).Value.ParentInstanceId.ShouldBe(parent.Id);
        await _node.TellAsync("go");
        (await StatusAsync("parent")).ShouldBe("finished");
    }

    [Fact]
    public async Task RunTask_CompletedTwice_ResumesOnce()
    {
        await _node.PublishAsync(new PlainFlow("asks").Add("ask", "Elsa.RunTask", ("taskName", "String", "measure")).WaitFor("go"));
        await _node.TryStartAsync("asks");
        var task = (await _node.SendAsync(new ListRunTasks())).Value.Items.ShouldHaveSingleItem();
        task.Name.ShouldBe("measure");
        (await _node.SendAsync(new CompleteRunTask(task.TaskId, null))).IsRefused.ShouldBeFalse();
        (await _node.SendAsync(new CompleteRunTask(task.TaskId, null))).Refusal.ShouldBeOfType<RunTaskNotFound>();
        (await _node.SendAsync(new ListRunTasks())).Value.Items.ShouldBeEmpty();
        (await _node.SendAsync(new GetInstance(task.InstanceId))).Value.Bookmarks.ShouldHaveSingleItem().Payload.ShouldBe("go");
    }

    private Task PublishAsync(bool waits) => _node.PublishAsync(new PlainFlow("child").WaitFor("go"), Parent(waits));

    private static PlainFlow Parent(bool waits) => new PlainFlow("parent").Add(
        "call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "String", "child"), ("waitForCompletion", "Boolean", waits ? "true" : "false"));

    private async Task<string> StatusAsync(string definitionId) => (await _node.InstancesAsync(definitionId)).ShouldHaveSingleItem().Status;
}
