using System.Collections.Concurrent;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Sqlite;

/// <summary>Read connections, kept with their prepared statements. A scope holds one at a time.</summary>
internal sealed class SqliteReaders(Func<DatabaseSession> open) : IDisposable
{
    /// <summary>More than this many scopes seldom read at the same moment; the surplus is closed after use.</summary>
    private const int Kept = 16;

    private readonly ConcurrentBag<DatabaseSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>A session with an open snapshot; the snapshot is taken by its first query.</summary>
    public DatabaseSession Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var session = _idle.TryTake(out var idle) ? idle : open();
        session.Execute("BEGIN");
        return session;
    }

    /// <summary>Ends the snapshot and keeps the connection for the next.</summary>
    public void Return(DatabaseSession session)
    {
        try
        {
            session.Execute("COMMIT");
            session.Reset(thorough: false);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        if (_disposed || _idle.Count >= Kept)
            session.Dispose();
        else
            _idle.Add(session);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}
