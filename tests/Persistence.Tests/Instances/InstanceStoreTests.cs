using System.Text;
using Bpm.Application.Due;
using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Bpm.TestKit;

namespace Bpm.Persistence.Tests.Instances;

public class InstanceStoreTests
{
    private const string Organisation = SampleCases.Organisation;
    private const string Definition =
        """
        { "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
          "id": "v1", "definitionId": "waits", "name": "等待", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": {}, "options": {},
          "root": { "type": "Elsa.Sequence", "id": "root", "nodeId": "Workflow1:root", "version": 1, "activities": [
            { "type": "Elsa.Event", "id": "go", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go" } } },
            { "type": "Elsa.PublishEvent", "id": "tell", "version": 1,
              "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "told" } },
              "payload": { "typeName": "Object", "expression": { "type": "Literal", "value": "news" } } },
            { "type": "Elsa.Delay", "id": "pause", "version": 1, "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "01:00:00" } } }
          ] } }
        """;

    // Instance "old" of version "v", suspended, as the first format wrote it.
    private const string FormatOne = "V0kBB29sZANkA3YCAAIAAgAAAAAAAAAAAAAABLy6XQ==";

    private readonly WorkflowRunner _runner = new(new TestClock(SampleCases.Now));
    private readonly WorkflowGraph _graph = new GraphCompiler(ActivityRegistry.WithBuiltIns())
        .Compile(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(Definition)), new NoDefinitions());

    [Fact]
    public async Task CommitAsync_BurstAfterBurst_KeepsStateBookmarksTimersStimuliAndJournal()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var go = Stimulus.Hash(Stimulus.Event, "go");

        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(Start("i1", "case-1"), default));
        (await Match(database, go, "case-1")).ShouldBe([new("i1", "b1")]);
        (await Match(database, go, "case-2")).ShouldBeEmpty();
        (await Match(database, go, null)).ShouldHaveSingleItem();

        await ResumeAsync(database);
        (await Match(database, go, null)).ShouldBeEmpty();
        var due = await database.ReadAsync<IDueRows, IReadOnlyList<DueRow>>(rows => rows.NextAsync(SampleCases.Now.AddDays(1), 10, default));
        due.Select(row => (row.Kind, row.Subject, row.DueAt)).ShouldBe(
            [(DueKind.Stimulus, "i1", SampleCases.Now), (DueKind.Timer, "i1", SampleCases.Now.AddHours(1))]);
        due.ShouldAllBe(row => row.Organisation == Organisation);
        Letter.Read(due[0].Payload!).Hash.ShouldBe(Stimulus.Hash(Stimulus.Event, "told"));
        Letter.Read(due[0].Payload!).Content().ShouldBe("news");

        await database.WriteAsync<IInstanceStore>(async store =>
        {
            var found = (await store.FindAsync("i1", default))!;
            await store.CommitAsync(_runner.Resume(_graph, found, due[1].Reference, null, null), default);
        });
        var ended = (await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default)))!;
        ended.Status.ShouldBe(WorkflowStatus.Finished);
        (await database.ReadAsync<IDueRows, IReadOnlyList<DueRow>>(rows => rows.NextAsync(DateTimeOffset.MaxValue, 10, default)))
            .ShouldHaveSingleItem().Kind.ShouldBe(DueKind.Stimulus);
        (await JournalAsync(database)).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task CommitAsync_TwoBurstsFromTheSameState_OneWins()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(Start("i1", null), default));
        var one = await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default));
        var other = await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default));

        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(_runner.Resume(_graph, one!, "b1", null, null), default));

        await Should.ThrowAsync<ConcurrencyConflictException>(() => database.WriteAsync<IInstanceStore>(
            store => store.CommitAsync(_runner.Resume(_graph, other!, "b1", null, null), default)));
        await Should.ThrowAsync<ConcurrencyConflictException>(() => database.WriteAsync<IInstanceStore>(
            store => store.CommitAsync(Start("i1", null), default)));
        (await JournalAsync(database)).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task MatchAsync_AnotherOrganisation_HearsNothing()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        var go = Stimulus.Hash(Stimulus.Event, "go");

        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(Start("i1", null), default));
        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(Start("i2", null, "other-water"), default));

        (await Match(database, go, null)).ShouldBe([new("i1", "b1")]);
        (await database.ReadAsync<IInstanceStore, IReadOnlyList<BookmarkMatch>>(store => store.MatchAsync(go, "other-water", null, default)))
            .ShouldBe([new("i2", "b1")]);
        (await database.ReadAsync<DatabaseScope, List<string>>(async scope =>
            (await scope.ReadAsync(default)).Column("""SELECT "Organisation" FROM "WorkflowInstances" ORDER BY "Id" """))).ShouldBe([Organisation, "other-water"]);
    }

    [Fact]
    public async Task FindAsync_AStateThatDoesNotSayWhoseItIs_HasTheRowsOrganisation()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<DatabaseScope>(async scope => await scope.Write.Commands.ExecuteAsync(
            """
            INSERT INTO "WorkflowInstances" ("Id", "Organisation", "DefinitionId", "VersionId", "Version", "Status", "SubStatus",
                "Revision", "CreatedAt", "UpdatedAt", "State")
            VALUES ('old', 'xx', 'd', 'v', 1, 'Running', 'Suspended', 1, 0, 0, @p0)
            """,
            Convert.FromBase64String(FormatOne)));

        (await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("old", default)))!.TenantId.ShouldBe("xx");
    }

    [Fact]
    public async Task CommitAsync_NothingChanged_WritesNothing()
    {
        using var folder = new TempFolder();
        await using var database = await DatabaseFixture.OpenAsync(folder);
        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(Start("i1", null), default));
        var found = await database.ReadAsync<IInstanceStore, WorkflowInstance?>(store => store.FindAsync("i1", default));

        await database.WriteAsync<IInstanceStore>(store => store.CommitAsync(_runner.Resume(_graph, found!, "99", null, null), default));

        (await JournalAsync(database)).ShouldBe(["1"]);
    }

    private Burst Start(string id, string? correlationId, string organisation = Organisation) =>
        _runner.Start(_graph, new StartOptions { InstanceId = id, CorrelationId = correlationId, TenantId = organisation }, null);

    private Task ResumeAsync(DatabaseFixture database) => database.WriteAsync<IInstanceStore>(async store =>
        await store.CommitAsync(_runner.Resume(_graph, (await store.FindAsync("i1", default))!, "b1", null, null), default));

    private static Task<IReadOnlyList<BookmarkMatch>> Match(DatabaseFixture database, string hash, string? correlationId) =>
        database.ReadAsync<IInstanceStore, IReadOnlyList<BookmarkMatch>>(store => store.MatchAsync(hash, Organisation, correlationId, default));

    private static Task<List<string>> JournalAsync(DatabaseFixture database) => database.ReadAsync<DatabaseScope, List<string>>(async scope =>
        (await scope.ReadAsync(default)).Column("""SELECT "Burst" FROM "Journal" ORDER BY "Burst" """));

    private sealed class NoDefinitions : IDefinitionSource
    {
        public WorkflowDefinition? FindVersion(string versionId) => null;

        public WorkflowDefinition? FindPublished(string definitionId) => null;
    }
}
