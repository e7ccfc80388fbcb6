using System.Data.Common;
using Bpm.Persistence.Complaints;
using Bpm.Persistence.Tasks;

namespace Bpm.Persistence.Scopes;

/// <summary>
/// One open connection and what is bound to it: prepared commands and an EF context. Both see the same transaction,
/// which the session's owner begins and ends; EF opens none of its own.
/// </summary>
/// <param name="keys">How this database writes ids.</param>
internal sealed class DatabaseSession(DbConnection connection, Func<DbConnection, BpmDbContext> createContext, IKeyFormat keys) : IDisposable
{
    private BpmDbContext? _context;

    /// <summary>Open as long as the session lives.</summary>
    public DbConnection Connection { get; } = connection;

    public PreparedCommands Commands { get; } = new(connection);

    /// <summary>EF over this connection. Tracks in a write session, does not in a read session.</summary>
    public BpmDbContext Context => _context ??= createContext(Connection);

    /// <summary>An id as a value of a prepared command.</summary>
    public object Key(Guid id) => keys.Write(id);

    /// <summary>An id as a prepared command returned it.</summary>
    public Guid Id(object key) => keys.Read(key);

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

    /// <summary>Writes what EF tracks to the database: the changed rows, and what is derived from them.</summary>
    public async Task SaveAsync()
    {
        if (_context is null)
            return;
        _context.ChangeTracker.DetectChanges();
        CaseVersions.Raise(_context.ChangeTracker);
        var tasks = TaskKeys.Changed(_context.ChangeTracker);
        var added = CaseContacts.Added(_context.ChangeTracker);
        await _context.SaveChangesAsync();
        await TaskKeys.WriteAsync(this, tasks);
        await CaseContacts.WriteAsync(this, added);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _context?.Dispose();
        Commands.Dispose();
        Connection.Dispose();
    }
}
