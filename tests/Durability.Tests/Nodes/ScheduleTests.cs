using Bpm.HostKit;

namespace Bpm.Durability.Tests.Nodes;

/// <summary>Workflows that a timetable starts: once for each moment, whatever restarts or races.</summary>
public sealed class ScheduleTests : IDisposable
{
    private const int Rounds = 100;
    private readonly NodeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Timer_AfterARestart_GoesOnInItsRhythm()
    {
        await using (var first = await _folder.StartAsync())
            await first.PublishAsync(Hourly());
        _folder.Clock.Advance(TimeSpan.FromMinutes(61));
        await using var node = await _folder.StartAsync();
        var next = await node.RunDueAsync();
        (await node.InstancesAsync("hourly")).ShouldHaveSingleItem().CreatedAt.UtcDateTime.ShouldBe(_folder.Clock.GetUtcNow().UtcDateTime);
        next.ShouldBe(_folder.Clock.GetUtcNow().AddMinutes(59));
    }

    [Fact]
    public async Task Timer_DueManyTimesWhileEverythingWasDown_FiresOnce()
    {
        await using (var first = await _folder.StartAsync())
            await first.PublishAsync(Hourly());
        _folder.Clock.Advance(TimeSpan.FromHours(48.5));
        await using var node = await _folder.StartAsync();
        var next = await node.RunDueAsync();
        (await node.InstancesAsync("hourly")).Count.ShouldBe(1);
        next.ShouldBe(_folder.Clock.GetUtcNow().AddMinutes(30));
    }

    [Fact]
    public async Task StartAt_WhenItHasCome_NeverFiresAgain()
    {
        await using var node = await _folder.StartAsync();
        await node.PublishAsync(new PlainFlow("once").AddTrigger("at", "Elsa.StartAt", ("dateTime", "DateTimeOffset", "2026-10-01T00:00:00+08:00")));
        _folder.Clock.Advance(TimeSpan.FromHours(7.5));
        await node.RunDueAsync();
        (await node.InstancesAsync("once")).ShouldBeEmpty();
        _folder.Clock.Advance(TimeSpan.FromDays(30));
        (await node.RunDueAsync()).ShouldBeNull();
        (await node.InstancesAsync("once")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TwoNodes_OneMoment_StartOneInstance()
    {
        await using var one = await _folder.StartAsync();
        await using var other = await _folder.StartAsync();
        await one.PublishAsync(Hourly());
        for (var round = 1; round <= Rounds; round++)
        {
            _folder.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(Task.Run(one.RunDueAsync), Task.Run(other.RunDueAsync));
            (await one.InstancesAsync("hourly")).Count.ShouldBe(round);
        }
    }

    [Fact]
    public async Task Publish_TheSameTimetable_KeepsItsDueTime()
    {
        await using var node = await _folder.StartAsync();
        await node.PublishAsync(Hourly());
        var due = await node.RunDueAsync();
        _folder.Clock.Advance(TimeSpan.FromMinutes(40));
        await node.PublishAsync(Hourly().Add("more", "Elsa.WriteLine", ("text", "String", "more")));
        (await node.RunDueAsync()).ShouldBe(due);
        _folder.Clock.Advance(TimeSpan.FromMinutes(20));
        (await node.RunDueAsync()).ShouldBe(due!.Value.AddHours(1));
        (await node.InstancesAsync("hourly")).ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [Fact]
    public async Task Publish_AnotherTimetable_TakesThePlaceOfTheOld()
    {
        await using var node = await _folder.StartAsync();
        await node.PublishAsync(Hourly());
        await node.PublishAsync(Hourly("00:10:00"));
        (await node.RunDueAsync()).ShouldBe(_folder.Clock.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task Publish_WithoutTheTrigger_StartsNothingAnyMore()
    {
        await using var node = await _folder.StartAsync();
        await node.PublishAsync(Hourly());
        await node.PublishAsync(new PlainFlow("hourly").Add("line", "Elsa.WriteLine", ("text", "String", "x")));
        (await node.RunDueAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Retract_AWorkflow_StartsNothingAnyMore()
    {
        await using var node = await _folder.StartAsync();
        await node.PublishAsync(Hourly());
        (await node.SendAsync(new Application.Definitions.RetractDefinition("hourly"))).IsRefused.ShouldBeFalse();
        (await node.RunDueAsync()).ShouldBeNull();
        (await node.TryStartAsync("hourly")).Refusal.ShouldBeOfType<Application.Instances.WorkflowNotFound>();
    }

    private static PlainFlow Hourly(string interval = "01:00:00") =>
        new PlainFlow("hourly").AddTrigger("every", "Elsa.Timer", ("interval", "TimeSpan", interval));
}
