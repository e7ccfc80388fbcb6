using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bpm.Persistence.Tests.Sqlite;

/// <summary>A writer and readers over a file with the tables Parents(Id, Name) and Children(Id, ParentId → Parents).</summary>
internal sealed class WriterFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    public WriterFixture(WriterLimits? limits = null)
    {
        var connections = new SqliteConnections($"Data Source={_folder.File("test.db")}");
        var sessions = new SqliteSessionFactory(connections, new TextCipher(new byte[32]));
        using (var setup = sessions.OpenWriter())
        {
            setup.Run(
                """
                CREATE TABLE Parents(Id INTEGER PRIMARY KEY, Name TEXT);
                CREATE TABLE Children(Id INTEGER PRIMARY KEY, ParentId INTEGER REFERENCES Parents(Id) DEFERRABLE INITIALLY DEFERRED);
                """);
        }

        File = connections.File;
        Readers = new SqliteReaders(sessions.OpenReader);
        Writer = new SqliteWriter(sessions.OpenWriter, limits ?? new WriterLimits(64, TimeSpan.FromSeconds(10)), NullLogger.Instance);
    }

    public string File { get; }

    public SqliteReaders Readers { get; }

    public SqliteWriter Writer { get; }

    /// <summary>Blocks the writer until the returned source is completed, so that what is queued meanwhile waits together.</summary>
    public async Task<TaskCompletionSource> HoldAsync()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Writer.RunAsync(
            async _ =>
            {
                begun.SetResult();
                await release.Task;
                return true;
            },
            () => { },
            CancellationToken.None);
        await begun.Task;
        return release;
    }

    /// <summary>Queues the insertion of a parent.</summary>
    public Task InsertAsync(long id, bool keep = true, Action? committed = null, CancellationToken cancellationToken = default) => Writer.RunAsync(
        async session =>
        {
            await InsertAsync(session, id);
            return keep;
        },
        committed ?? (() => { }),
        cancellationToken);

    public static Task InsertAsync(DatabaseSession session, long id) =>
        session.Commands.ExecuteAsync("INSERT INTO Parents(Id, Name) VALUES (@p0, @p1)", id, "parent");

    /// <summary>The ids that a new reader sees.</summary>
    public List<string> Committed()
    {
        var session = Readers.Rent();
        try
        {
            return session.Column("SELECT Id FROM Parents ORDER BY Id");
        }
        finally
        {
            Readers.Return(session);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Readers.Dispose();
        await Writer.DisposeAsync();
        _folder.Dispose();
    }
}
