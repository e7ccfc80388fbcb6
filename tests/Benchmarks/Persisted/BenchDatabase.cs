using Bpm.Application;
using Bpm.Application.Clocks;
using Bpm.Application.Transactions;
using Bpm.Engine.Definitions;
using Bpm.Persistence;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace Bpm.Benchmarks.Persisted;

/// <summary>A database as a host has it, with a table for side effects beside it, and counters on what is done to it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    /// <summary>Whose instances these are.</summary>
    public const string Organisation = "bench";

    private const string InsertEffect = """INSERT INTO "SideEffects" ("InstanceId", "Step") VALUES (@p0, @p1)""";

    private readonly ServiceProvider _services;

    private BenchDatabase(string folder) => _services = new ServiceCollection()
        .AddLogging()
        .AddBpmApplication()
        .AddBpmPersistence(new PersistenceOptions { DataDirectory = folder })
        .AddSingleton(BusinessClock.Real(TimeProvider.System))
        // In place of the application's own, which read the organisations' definitions.
        .AddSingleton<IDefinitionSource>(FlowFile.All)
        .AddSingleton(new GraphCompiler(FlowFile.Registry()))
        .BuildServiceProvider();

    /// <summary>The database file.</summary>
    public string File => _services.GetRequiredService<SqliteDatabase>().File;

    /// <summary>Write transactions so far.</summary>
    public long Transactions => _services.GetRequiredService<SqliteDatabase>().Writer.Batches;

    /// <summary>Opens the database of a folder; makes it where there is none.</summary>
    public static async Task<BenchDatabase> OpenAsync(string folder)
    {
        var database = new BenchDatabase(folder);
        await database._services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
        await database.WriteAsync(services =>
        {
            services.GetRequiredService<DatabaseScope>().Write.Run(
                """CREATE TABLE IF NOT EXISTS "SideEffects" ("Id" INTEGER PRIMARY KEY, "InstanceId" TEXT NOT NULL, "Step" TEXT NOT NULL)""");
            return Task.CompletedTask;
        });
        return database;
    }

    /// <summary>Runs one transaction in a scope of its own, as a request does; durable when it returns.</summary>
    public async Task WriteAsync(Func<IServiceProvider, Task> write)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITransaction>().RunAsync(
            async _ =>
            {
                await write(scope.ServiceProvider);
                return true;
            },
            keep => keep,
            CancellationToken.None);
    }

    /// <summary>Reads in a scope of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }

    /// <summary>Stores side effects in the running transaction.</summary>
    public static async Task StoreEffectsAsync(IServiceProvider services, string instanceId, List<string> effects)
    {
        var commands = services.GetRequiredService<DatabaseScope>().Write.Commands;
        foreach (var effect in effects)
            await commands.ExecuteAsync(InsertEffect, instanceId, effect);
    }

    /// <summary>The SQL commands that the writer runs for some work, BEGIN, SAVEPOINT and COMMIT included.</summary>
    public async Task<long> CountCommandsAsync(Func<Task> work)
    {
        var count = 0L;
        sqlite3? handle = null;
        await WriteAsync(services =>
        {
            handle = ((SqliteConnection)services.GetRequiredService<DatabaseScope>().Write.Connection).Handle;
            return Task.CompletedTask;
        });
        raw.sqlite3_trace(handle, new strdelegate_trace((_, _) => count++), null);
        await work();
        raw.sqlite3_trace(handle, (strdelegate_trace?)null, null);
        return count;
    }

    /// <summary>One number from the database.</summary>
    public long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Size of the file in bytes, once the write-ahead log is folded into it.</summary>
    public long Size()
    {
        Number("PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(File).Length;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
