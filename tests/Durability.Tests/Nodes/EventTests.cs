using Bpm.HostKit;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>Events between workflows that are no case.</summary>
public sealed class EventTests : IAsyncLifetime
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
    public async Task Event_ThatStartsAndIsWaitedFor_DoesBothOnce()
    {
        await _node.PublishAsync(new PlainFlow("starter").AddTrigger("on", "Elsa.Event", ("eventName", "String", "go")).WaitFor("go"));
        (await _node.TellAsync("go")).ShouldBe(new(1, 0));
        (await _node.InstancesAsync("starter")).ShouldHaveSingleItem().Status.ShouldBe("running");
        (await _node.TellAsync("go")).ShouldBe(new(1, 1));
        (await _node.InstancesAsync("starter")).Select(row => row.Status).ShouldBe(["finished", "running"]);
    }

    [Fact]
    public async Task Event_ThatNobodyHears_IsNotKept()
    {
        await _node.PublishAsync(new PlainFlow("later").WaitFor("go"));
        (await _node.TellAsync("go")).ShouldBe(new(0, 0));
        (await _node.TryStartAsync("later")).IsRefused.ShouldBeFalse();
        (await _node.RunDueAsync()).ShouldBeNull();
        (await _node.InstancesAsync("later")).ShouldHaveSingleItem().Status.ShouldBe("running");
    }

    [Fact]
    public async Task Event_WithACorrelationId_IsHeardByThatGroupAndStartsInIt()
    {
        await _node.PublishAsync(
            new PlainFlow("waits").WaitFor("go"), new PlainFlow("starts").AddTrigger("on", "Elsa.Event", ("eventName", "String", "go")));
        await _node.TryStartAsync("waits", "c1");
        await _node.TryStartAsync("waits", "c2");
        (await _node.TellAsync("go", "c2")).ShouldBe(new(1, 1));
        (await _node.InstancesAsync("waits")).Select(row => (row.CorrelationId, row.Status)).ShouldBe([("c1", "running"), ("c2", "finished")], ignoreOrder: true);
        (await _node.InstancesAsync("starts")).ShouldHaveSingleItem().CorrelationId.ShouldBe("c2");
    }

    [Fact]
    public async Task PublishedEvent_StartsAnotherWorkflow()
    {
        await _node.PublishAsync(
            new PlainFlow("sender").Add("send", "Elsa.PublishEvent", ("eventName", "String", "go")),
            new PlainFlow("starts").AddTrigger("on", "Elsa.Event", ("eventName", "String", "go")));
        await _node.TryStartAsync("sender");
        await _node.RunDueAsync();
        (await _node.InstancesAsync("starts")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Delay_OfAPlainInstance_EndsAfterARestart()
    {
        await _node.PublishAsync(new PlainFlow("sleeps").Add("delay", "Elsa.Delay", ("timeSpan", "TimeSpan", "01:00:00")));
        await _node.TryStartAsync("sleeps");
        await _node.DisposeAsync();
        _folder.Clock.Advance(TimeSpan.FromHours(2));
        _node = await _folder.StartAsync();
        await _node.RunDueAsync();
        (await _node.InstancesAsync("sleeps")).ShouldHaveSingleItem().Status.ShouldBe("finished");
    }
}
