// Scaffolds the next migration of the model: dotnet run --project tools/Migrations -- <Name>
using Bpm.Persistence.Encryption;
using Bpm.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/Migrations -- <Name>");
    return 1;
}

var persistence = FindPersistence(AppContext.BaseDirectory);
using var connection = new SqliteConnection("Data Source=:memory:");
using var context = new SqliteDbContext(SqliteDbContext.Options(connection), new TextCipher(new byte[TextCipher.KeySize]));
var provider = context.GetService<Microsoft.EntityFrameworkCore.Storage.IDatabaseProvider>().Name;
var services = new ServiceCollection()
    .AddEntityFrameworkDesignTimeServices()
    .AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The provider's own design-time services; there is no public way to them.
new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
using var scaffolding = services.BuildServiceProvider();
var scaffolder = scaffolding.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "Bpm.Persistence", "Migrations.Sqlite");
var files = scaffolder.Save(persistence, migration, Path.Combine(persistence, "Migrations", "Sqlite"), dryRun: false);
Console.WriteLine($"{provider}: {files.MigrationFile}");
return 0;

static string FindPersistence(string from)
{
    for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
    {
        var candidate = Path.Combine(folder.FullName, "src", "Persistence");
        if (File.Exists(Path.Combine(candidate, "Persistence.csproj")))
            return candidate;
    }

    throw new InvalidOperationException("Run this from within the repository.");
}
