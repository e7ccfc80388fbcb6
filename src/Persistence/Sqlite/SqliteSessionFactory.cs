using System.Data.Common;
using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Sqlite;

/// <summary>Opens sessions of one database file with one text key.</summary>
internal sealed class SqliteSessionFactory(SqliteConnections connections, TextCipher cipher)
{
    /// <summary>A session that writes and tracks.</summary>
    public DatabaseSession OpenWriter() => Open(connections.OpenWriter(), QueryTrackingBehavior.TrackAll);

    /// <summary>A session that reads and does not track.</summary>
    public DatabaseSession OpenReader() => Open(connections.OpenReader(), QueryTrackingBehavior.NoTracking);

    private DatabaseSession Open(DbConnection connection, QueryTrackingBehavior tracking) => new(
        connection,
        open =>
        {
            var context = new SqliteDbContext(SqliteDbContext.Options(open), cipher);
            context.ChangeTracker.QueryTrackingBehavior = tracking;
            return context;
        },
        SqliteKeys.Instance);
}
