using System.Threading.Channels;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace Bpm.Benchmarks.Persisted;

/// <summary>
/// The baseline: the rows of the same three bursts, of the same size, in the same tables, written by prepared commands and nothing else: no engine,
/// no reading, no savepoints, no scopes. One transaction a burst with one client; with more, all bursts that wait together share
/// one, as in the product (at most 64).
/// </summary>
internal sealed class RawHumanTasks : IHumanTasks, IAsyncDisposable
{
    private readonly Channel<(Action Work, TaskCompletionSource Done)> _queue =
        Channel.CreateUnbounded<(Action, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly RawCommands _commands;
    private readonly Sample[] _samples;
    private readonly Task _loop;

    /// <param name="file">A prepared database.</param>
    public RawHumanTasks(string file, WorkflowGraph graph)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        _commands = new RawCommands(_connection);
        _commands.Run("PRAGMA journal_mode=WAL", []);
        foreach (var setting in (string[])["synchronous=FULL", "cache_size=-65536", "busy_timeout=30000", "temp_store=MEMORY", "foreign_keys=ON"])
            _commands.Run("PRAGMA " + setting, []);
        _samples = Sample.Of(graph);
        _loop = Task.Run(LoopAsync);
    }

    public Task StartAsync(string id) => EnqueueAsync(() =>
    {
        var (state, journal, hash) = _samples[0];
        _commands.Run(
            """
            INSERT INTO "WorkflowInstances" ("Id", "Organisation", "DefinitionId", "VersionId", "Version", "Status", "SubStatus",
                "CorrelationId", "Revision", "CreatedAt", "UpdatedAt", "State")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
            """,
            [id, BenchDatabase.Organisation, "human-task", "human-task-v1", 1L, "Running", "Suspended", id, 1L, Sample.Ticks, Sample.Ticks, state]);
        AddBookmark(id, "b1", hash);
        AddJournal(id, 1, journal);
    });

    public Task SendAsync(string id, string eventName) => EnqueueAsync(() =>
    {
        var first = eventName == "Task1";
        var (state, journal, hash) = _samples[first ? 1 : 2];
        _commands.Run(
            """
            UPDATE "WorkflowInstances" SET "Status" = @p0, "SubStatus" = @p1, "CorrelationId" = @p2, "Revision" = @p3, "UpdatedAt" = @p4, "State" = @p5
            WHERE "Id" = @p6 AND "Revision" = @p7
            """,
            [first ? "Running" : "Finished", first ? "Suspended" : "Finished", id, first ? 2L : 3L, Sample.Ticks, state, id, first ? 1L : 2L]);
        _commands.Run("""DELETE FROM "Bookmarks" WHERE "InstanceId" = @p0 AND "BookmarkId" = @p1""", [id, first ? "b1" : "b2"]);
        if (first)
        {
            AddBookmark(id, "b2", hash);
            _commands.Run(
                """
                INSERT INTO "DueRows" ("DueAt", "Kind", "Organisation", "Subject", "Reference", "Payload")
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
                """,
                [Sample.Ticks, 1L, BenchDatabase.Organisation, id, "b3", null]);
            AddEffect(id, "effect1");
        }
        else
        {
            _commands.Run("""DELETE FROM "DueRows" WHERE "Subject" = @p0 AND "Kind" = @p1 AND "Reference" = @p2""", [id, 1L, "b3"]);
            AddEffect(id, "effect2");
            AddEffect(id, "effect4");
        }

        AddJournal(id, first ? 2 : 3, journal);
    });

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _loop;
        _commands.Dispose();
        await _connection.DisposeAsync();
    }

    private void AddBookmark(string id, string bookmark, string hash) => _commands.Run(
        """
        INSERT INTO "Bookmarks" ("InstanceId", "BookmarkId", "Name", "Organisation", "Hash", "CorrelationId", "CreatedAt")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        """,
        [id, bookmark, Stimulus.Event, BenchDatabase.Organisation, hash, id, Sample.Ticks]);

    private void AddJournal(string id, long burst, byte[] entries) => _commands.Run(
        """INSERT INTO "Journal" ("InstanceId", "Burst", "FirstSequence", "Entries") VALUES (@p0, @p1, @p2, @p3)""", [id, burst, 1L, entries]);

    private void AddEffect(string id, string step) =>
        _commands.Run("""INSERT INTO "SideEffects" ("InstanceId", "Step") VALUES (@p0, @p1)""", [id, step]);

    private Task EnqueueAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((work, done));
        return done.Task;
    }

    private async Task LoopAsync()
    {
        var batch = new List<TaskCompletionSource>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            _commands.Run("BEGIN IMMEDIATE", []);
            while (batch.Count < 64 && _queue.Reader.TryRead(out var item))
            {
                item.Work();
                batch.Add(item.Done);
            }

            _commands.Run("COMMIT", []);
            batch.ForEach(done => done.SetResult());
            batch.Clear();
        }
    }

    /// <summary>What one burst of the flow leaves.</summary>
    private sealed record Sample(byte[] State, byte[] Journal, string Hash)
    {
        public const long Ticks = 639_000_000_000_000_000;

        /// <summary>The three bursts of an instance with an id and a correlation id as long as those that are written.</summary>
        public static Sample[] Of(WorkflowGraph graph)
        {
            var runner = new WorkflowRunner(TimeProvider.System);
            var id = Guid.CreateVersion7().ToString("N");
            var burst = runner.Start(graph, new StartOptions { InstanceId = id, CorrelationId = id, TenantId = BenchDatabase.Organisation }, null);
            var samples = new List<Sample> { Keep(burst) };
            foreach (var bookmark in (string[])["b1", "b2"])
                samples.Add(Keep(burst = runner.Resume(graph, burst.Instance, bookmark, null, null)));
            if (burst.Instance.SubStatus != WorkflowSubStatus.Finished)
                throw new InvalidOperationException("The flow did not end in three bursts.");
            return [.. samples];
        }

        private static Sample Keep(Burst burst) =>
            new(InstanceSerializer.Write(burst.Instance), JournalSerializer.Write(burst.Journal), burst.AddedBookmarks.Find(b => b.DueAt is null)?.Hash ?? "");
    }
}
