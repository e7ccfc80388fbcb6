using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Journal;

public sealed class JournalTests
{
    [Theory, EveryMode]
    public async Task Modes_DefaultExclude_OnlyWhatSaysIncludeIsRecorded(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Journal/modes", mode);
        await host.SendAsync("letter", "来信");
        var records = await RecordsAsync(host, instance.Id);
        Of(records, "silent").Inputs.ShouldBeEmpty();
        Of(records, "told").Inputs["text"].ShouldBe("公开");
        Of(records, "computed").Inputs["text"].ShouldBe("第1次");
        Of(records, "letter").Inputs.ShouldBeEmpty();
        Of(records, "letter").Outputs["result"].ShouldBe("来信");
        Of(records, "inherits").Inputs.ShouldBeEmpty();
        Of(records, "old").Inputs["text"].ShouldBe("旧写法");
    }

    [Theory, EveryMode]
    public async Task Modes_WorkflowSaysInclude_ActivitiesInheritIt(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Journal/workflow-mode", mode);
        var records = await RecordsAsync(host, instance.Id);
        Of(records, "told").Inputs["text"].ShouldBe("公开");
        Of(records, "silent").Inputs.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Values_LongOrLarge_AreCut(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Journal/modes", mode);
        await host.SendAsync("letter", new string('信', 5_000));
        Of(await RecordsAsync(host, instance.Id), "letter").Outputs["result"].ShouldBe(new string('信', 2_000) + "…（共 5000 字，已截断）");

        var second = await host.StartAsync(WorkflowDefinition.Parse(File.ReadAllBytes(Scenario.PathOf("Journal/modes"))));
        await host.SendAsync("letter", Enumerable.Range(0, 2_000).Select(i => (object?)i).ToList());
        Of(await RecordsAsync(host, second.Id), "letter").Outputs["result"].ShouldBe("（值过大，未记录）");
    }

    [Theory, EveryMode]
    public async Task Records_TellEachRunOnce(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Repairs/repair", mode);
        var start = host.Clock.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await host.RetryAsync(instance.Id);
        await host.SkipAsync(instance.Id, host.Instance(instance.Id).Incidents[^1].ActivityInstanceId);
        await host.SendAsync("w");

        var records = await RecordsAsync(host, instance.Id);
        records.Select(r => r.ActivityInstanceId).ShouldBe(records.Select(r => r.ActivityInstanceId).Distinct());
        var bad = records.Where(r => r.ActivityId == "bad").ToList();
        bad.Select(r => r.Status).ShouldBe([ActivityStatus.Faulted, ActivityStatus.Completed]);
        bad[0].Incident!.Property.ShouldBe("text");
        bad[0].ExceptionType.ShouldBe("ActivityFaultException");
        bad[0].StartedAt.ShouldBe(start);
        bad[1].StartedAt.ShouldBe(start.AddMinutes(5));
        bad[1].Outcomes.ShouldBe(["Done"]);
        Of(records, "delay").IsWaiting.ShouldBeTrue();
        Of(records, "delay").CompletedAt.ShouldBeNull();
        Of(records, "wait").Status.ShouldBe(ActivityStatus.Completed);
        Of(records, "wait").ActivityType.ShouldBe("Elsa.Event");
        var flowchart = Of(records, "f");
        Of(records, "wait").ParentInstanceId.ShouldBe(flowchart.ActivityInstanceId);
        flowchart.ParentInstanceId.ShouldBe(records[0].ActivityInstanceId);
        records[0].ParentInstanceId.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_InPages_GivesEachEntryOnce()
    {
        var (host, instance) = await Scenario.StartAsync("Journal/modes", RunMode.Reloaded);
        await host.SendAsync("letter", "来信");
        var all = host.Store.Journal(instance.Id);
        var read = new List<JournalEntry>();
        while (await host.Store.ReadAsync(instance.Id, read.Count + 1, 3, default) is { Entries.Count: > 0 } page) read.AddRange(page.Entries);
        read.Select(e => e.Sequence).ShouldBe(all.Select(e => e.Sequence));
        (await host.Store.ReadAsync("nobody", 1, 3, default)).Entries.ShouldBeEmpty();
    }

    private static ActivityExecutionRecord Of(IReadOnlyList<ActivityExecutionRecord> records, string id) => records.Single(r => r.ActivityId == id);

    private static async Task<IReadOnlyList<ActivityExecutionRecord>> RecordsAsync(EngineHost host, string id)
    {
        var page = await host.Store.ReadAsync(id, 1, int.MaxValue, default);
        var graph = host.Compiler.Compile(host.Definitions.FindPublished(host.Instance(id).DefinitionId) ?? throw new InvalidOperationException(), host.Definitions);
        return ActivityExecutionRecords.From(page.Entries, page.Values, graph, host.Instance(id).Incidents);
    }
}
