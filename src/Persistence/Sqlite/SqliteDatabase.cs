using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bpm.Persistence.Sqlite;

/// <summary>The database as one SQLite file: many readers, one writer.</summary>
internal sealed class SqliteDatabase : IDatabase, ISessionSource, IAsyncDisposable, IDisposable
{
    private readonly string _dataDirectory;
    private readonly SqliteConnections _connections;
    private readonly ILogger<SqliteDatabase> _logger;
    private readonly WriterLimits _limits;
    private SqliteReaders? _readers;
    private SqliteWriter? _writer;

    public SqliteDatabase(PersistenceOptions options, ILogger<SqliteDatabase> logger, WriterLimits? limits = null)
    {
        _dataDirectory = Path.GetFullPath(options.DataDirectory);
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString ?? "Data Source=bpm.db");
        builder.DataSource = Path.Combine(_dataDirectory, builder.DataSource);
        _connections = new SqliteConnections(builder.ToString());
        (_logger, _limits) = (logger, limits ?? WriterLimits.Default);
    }

    /// <summary>Absolute path of the database file.</summary>
    public string File => _connections.File;

    /// <summary>The writer; only after <see cref="PrepareAsync"/>.</summary>
    public SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The database is not prepared: call IDatabase.PrepareAsync first.");

    /// <inheritdoc/>
    public Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_dataDirectory);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var cipher = ReadKey();
        var sessions = new SqliteSessionFactory(_connections, cipher);
        bool empty;
        using (var session = sessions.OpenWriter())
        {
            var applied = SqliteMigrator.Migrate(session);
            if (applied.Count > 0)
                _logger.Migrated(File, applied);
            SqliteKeyCheck.Verify(session, cipher, new TextKeyFile(_dataDirectory));
            empty = session.Column("""SELECT 1 FROM "PackDocuments" UNION ALL SELECT 1 FROM "Accounts" LIMIT 1""").Count == 0;
        }

        _readers = new SqliteReaders(sessions.OpenReader);
        _writer = new SqliteWriter(sessions.OpenWriter, _limits, _logger);
        return Task.FromResult(empty);
    }

    /// <inheritdoc/>
    public ValueTask<DatabaseSession> OpenReadAsync(CancellationToken cancellationToken) =>
        new((_readers ?? throw new InvalidOperationException("The database is not prepared: call IDatabase.PrepareAsync first.")).Rent());

    /// <inheritdoc/>
    public ValueTask CloseReadAsync(DatabaseSession session)
    {
        _readers!.Return(session);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteAsync(Func<DatabaseSession, Task<bool>> work, Action committed, CancellationToken cancellationToken) =>
        Writer.RunAsync(work, committed, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _readers?.Dispose();

        // The last connection to close folds the write-ahead log into the file.
        if (_writer is not null)
            await _writer.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private TextCipher ReadKey()
    {
        var file = new TextKeyFile(_dataDirectory);
        if (!file.Exists && !SqliteKeyCheck.IsKeyed(_connections))
        {
            file.Create();
            _logger.TextKeyCreated(file.Path);
        }

        return file.Read();
    }
}
