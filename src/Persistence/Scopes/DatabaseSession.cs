using System.Data.Common;

namespace Bpm.Persistence.Scopes;

/// <summary>
/// One open connection and what is bound to it: prepared commands and an EF context. Both see the same transaction,
/// which the session's owner begins and ends; EF opens none of its own.
/// </summary>
internal sealed class DatabaseSession(DbConnection connection, Func<DbConnection, BpmDbContext> createContext) : IDisposable
{
    private BpmDbContext? _context;

    /// <summary>Open as long as the session lives.</summary>
    public DbConnection Connection { get; } = connection;

    public PreparedCommands Commands { get; } = new(connection);

    /// <summary>EF over this connection. Tracks in a write session, does not in a read session.</summary>
    public BpmDbContext Context => _context ??= createContext(Connection);

    /// <summary>Forgets what EF has seen, before the next scope uses the session.</summary>
    /// <param name="thorough">Throws the context away as well: after an error nobody knows its state.</param>
    public void Reset(bool thorough)
    {
        if (!thorough)
        {
            _context?.ChangeTracker.Clear();
            return;
        }

        _context?.Dispose();
        _context = null;
    }

    /// <summary>Writes what EF tracks to the database.</summary>
    public Task SaveAsync() => _context is null ? Task.CompletedTask : _context.SaveChangesAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _context?.Dispose();
        Commands.Dispose();
        Connection.Dispose();
    }
}
