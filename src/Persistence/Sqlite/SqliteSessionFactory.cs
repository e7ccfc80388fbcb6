using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bpm.Persistence.Sqlite;

/// <summary>Opens sessions of one database file with one text key.</summary>
internal sealed class SqliteSessionFactory(SqliteConnections connections, TextCipher cipher)
{
    /// <summary>A session that writes and tracks.</summary>
    public DatabaseSession OpenWriter() => new(connections.OpenWriter(), connection => CreateContext(connection));

    /// <summary>A session that reads and does not track.</summary>
    public DatabaseSession OpenReader() => new(connections.OpenReader(), connection =>
    {
        var context = CreateContext(connection);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    });

    private SqliteDbContext CreateContext(System.Data.Common.DbConnection connection) => new(
        new DbContextOptionsBuilder<SqliteDbContext>()
            .UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IModelCacheKeyFactory, TextKeyModelCache>()
            .Options,
        cipher);
}
