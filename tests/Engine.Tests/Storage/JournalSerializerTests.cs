using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Storage;

public sealed class JournalSerializerTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var now = new DateTimeOffset(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);
        JournalEntry[] entries =
        [
            new(7, now, "Workflow1", 1, 0, JournalEvents.Started, [], null),
            new(8, now, "Workflow1:f:任务", 2, 1, "TaskOpened", [], "t-1"),
            new(9, now.AddTicks(3), "Workflow1:f:任务", 2, 1, JournalEvents.Completed, ["Approved", "Copied"], null),
            new(10, now.AddHours(1), "Workflow1:f", 1, 0, JournalEvents.Completed, ["Done"], null),
        ];
        var read = JournalSerializer.Read(JournalSerializer.Write(entries));
        read.Count.ShouldBe(4);
        for (var i = 0; i < 4; i++)
        {
            (read[i] with { Outcomes = entries[i].Outcomes }).ShouldBe(entries[i]);
            read[i].Outcomes.ShouldBe(entries[i].Outcomes);
        }
    }

    [Fact]
    public void Read_Nonsense_Throws()
    {
        Should.Throw<InvalidStateException>(() => JournalSerializer.Read([1, 2, 3, 4, 5]));
        Should.Throw<InvalidStateException>(() => JournalSerializer.Read([(byte)'W', (byte)'J', 1, 200]));
    }

    [Fact]
    public async Task Journal_OfARun_TellsEachStepOnce()
    {
        var (host, instance) = await Scenario.StartAsync("Events/delay", RunMode.Reloaded);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Store.Journal(instance.Id).Select(e => $"{e.NodePath} {e.EventName}").ShouldBe(
        [
            "Workflow1 Started", "Workflow1:s Started", "Workflow1:s:d Started", "Workflow1:s:d Suspended",
            "Workflow1:s:d Resumed", "Workflow1:s:d Completed", "Workflow1:s:end Started", "Workflow1:s:end Completed",
            "Workflow1:s Completed", "Workflow1 Completed",
        ]);
    }
}
