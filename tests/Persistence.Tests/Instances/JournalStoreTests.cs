using System.Text;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Bpm.TestKit;
using Bpm.TestKit.Engine;

namespace Bpm.Persistence.Tests.Instances;

public class JournalStoreTests
{
    private const string Secret = "举报人电话";

    private const string Definition =
        """
        { "id": "v1", "definitionId": "told", "name": "记录", "version": 1,
          "customProperties": { "logPersistenceConfig": { "evaluationMode": "Strategy",
            "strategyType": "Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core" } },
          "root": { "type": "Elsa.Sequence", "id": "root", "version": 1, "activities": [
            { "type": "Elsa.WriteLine", "id": "first", "version": 1, "text": { "expression": { "type": "Literal", "value": "举报人电话" } } },
            { "type": "Elsa.Event", "id": "go", "version": 1, "eventName": { "expression": { "type": "Literal", "value": "go" } } },
            { "type": "Elsa.WriteLine", "id": "second", "version": 1, "text": { "expression": { "type": "JavaScript", "value": "'二' + '号'" } } }
          ] } }
        """;

    private readonly WorkflowRunner _runner = new(new TestClock(SampleCases.Now));
    private readonly WorkflowGraph _graph = new GraphCompiler(ActivityRegistry.WithBuiltIns())
        .Compile(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(Definition)), new DefinitionFolder());

    [Fact]
    public async Task ReadAsync_BurstAfterBurst_GivesEntriesAndRecordedValues()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await RunAsync(database);

        var all = await ReadAsync(database, 1, 1000);
        all.Entries.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, all.Entries.Count).Select(i => (long)i));
        var records = ActivityExecutionRecords.From(all.Entries, all.Values, _graph);
        records.Single(r => r.ActivityId == "first").Inputs["text"].ShouldBe(Secret);
        records.Single(r => r.ActivityId == "second").Inputs["text"].ShouldBe("二号");

        var paged = new List<JournalEntry>();
        while (await ReadAsync(database, paged.Count + 1, 4) is { Entries.Count: > 0 } page)
            paged.AddRange(page.Entries);
        paged.Select(e => (e.Sequence, e.NodePath, e.EventName)).ShouldBe(all.Entries.Select(e => (e.Sequence, e.NodePath, e.EventName)));
        (await ReadAsync(database, all.Entries.Count + 1, 4)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_AtRest_AreSealed()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await RunAsync(database);

        var blobs = await database.ReadAsync<DatabaseScope, List<string>>(async scope =>
            (await scope.ReadAsync(default)).Column("""SELECT hex("Entries") FROM "Journal" """));
        blobs.Count.ShouldBe(2);
        blobs.ShouldAllBe(blob => !blob.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_DamagedRow_SaysWhichInstance()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await RunAsync(database);
        foreach (var rubbish in (byte[][])[[1, 2, 3], [(byte)'J', (byte)'+', 255, 255, 255, 127], [(byte)'J', (byte)'+', 0]])
        {
            await database.WriteAsync<DatabaseScope>(scope => scope.Write.Commands.ExecuteAsync("""UPDATE "Journal" SET "Entries" = @p0""", rubbish));
            (await Should.ThrowAsync<InvalidStateException>(() => ReadAsync(database, 1, 10))).InstanceId.ShouldBe("i1");
        }
    }

    [Fact]
    public async Task FindAsync_DamagedState_SaysWhichInstance()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await RunAsync(database);
        await database.WriteAsync<DatabaseScope>(scope => scope.Write.Commands.ExecuteAsync("""UPDATE "WorkflowInstances" SET "State" = x'5749FF' """));
        (await Should.ThrowAsync<InvalidStateException>(() => database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default))))
            .InstanceId.ShouldBe("i1");
    }

    [Fact]
    public async Task CommitAsync_PausedHeldAndRetried_IsWhatItWas()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(_runner.Start(_graph, new StartOptions { InstanceId = "i1" }, null), default));
        await ActAsync(database, instance => _runner.Pause(_graph, instance));
        await ActAsync(database, instance => _runner.Resume(_graph, instance, "b1", "信", null));
        var held = (await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default)))!;
        held.IsPaused.ShouldBeTrue();
        held.Held.ShouldHaveSingleItem().Payload.ShouldBe("信");
        await ActAsync(database, instance => _runner.Unpause(_graph, instance, null));
        (await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default)))!.Status.ShouldBe(WorkflowStatus.Finished);
    }

    private async Task RunAsync(DatabaseFixture database)
    {
        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(_runner.Start(_graph, new StartOptions { InstanceId = "i1" }, null), default));
        await ActAsync(database, instance => _runner.Resume(_graph, instance, "b1", null, null));
    }

    private static Task ActAsync(DatabaseFixture database, Func<WorkflowInstance, Burst> act) => database.WriteAsync<IInstanceStore>(async store =>
        await store.CommitAsync(act((await store.FindAsync("i1", default))!), default));

    private static Task<JournalPage> ReadAsync(DatabaseFixture database, long from, int count) =>
        database.ReadAsync<IJournalStore, JournalPage>(store => store.ReadAsync("i1", from, count, default));
}
