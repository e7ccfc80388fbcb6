using System.Data.Common;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bpm.Persistence.Sqlite;

/// <summary>The model as SQLite stores it; its migrations lie in Migrations/Sqlite.</summary>
internal sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options, TextCipher cipher) : BpmDbContext(options, cipher)
{
    /// <summary>Options over an open connection. They name no logger: EF then shares its services between all hosts of a process.</summary>
    public static DbContextOptions<SqliteDbContext> Options(DbConnection connection) => new DbContextOptionsBuilder<SqliteDbContext>()
        .UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .ReplaceService<IModelCacheKeyFactory, TextKeyModelCache>()
        .ReplaceService<IMigrationsSqlGenerator, ClusteredTables>()
        .Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }
}
