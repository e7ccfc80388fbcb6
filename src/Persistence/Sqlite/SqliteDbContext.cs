using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Sqlite;

/// <summary>The model as SQLite stores it; its migrations lie in Migrations/Sqlite.</summary>
internal sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options, TextCipher cipher) : BpmDbContext(options, cipher)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }
}
