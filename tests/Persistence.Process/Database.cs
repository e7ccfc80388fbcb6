using Bpm.Application.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence.Process;

/// <summary>The database as a host has it.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Database(string folder) => _services = new ServiceCollection()
        .AddLogging()
        .AddBpmPersistence(new PersistenceOptions { DataDirectory = folder })
        .BuildServiceProvider();

    public static async Task<Database> OpenAsync(string folder)
    {
        var database = new Database(folder);
        await database._services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Runs one transaction in a scope of its own.</summary>
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

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
