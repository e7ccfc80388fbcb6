using Bpm.Application.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence.Tests;

/// <summary>A whole database in a folder, as a host has it.</summary>
internal sealed class DatabaseFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DatabaseFixture(string folder)
    {
        Folder = folder;
        _services = new ServiceCollection()
            .AddLogging()
            .AddBpmPersistence(new PersistenceOptions { DataDirectory = folder })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public string Folder { get; }

    public bool WasEmpty { get; private set; }

    /// <summary>Opens the database of a folder with the key that it has, or makes a new key.</summary>
    public static async Task<DatabaseFixture> OpenWithOwnKeyAsync(TempFolder folder)
    {
        var fixture = new DatabaseFixture(folder.Path);
        try
        {
            fixture.WasEmpty = await fixture._services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a database with a key that all tests share: EF then builds its model once and not for each.</summary>
    public static Task<DatabaseFixture> OpenAsync(TempFolder folder)
    {
        if (!File.Exists(folder.File("bpm.db")))
        {
            Directory.CreateDirectory(folder.File("keys"));
            File.WriteAllBytes(Path.Combine(folder.Path, "keys", "text.key"), Enumerable.Repeat((byte)7, 32).ToArray());
        }

        return OpenWithOwnKeyAsync(folder);
    }

    /// <summary>A scope, as a request has it.</summary>
    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Reads in a scope of its own.</summary>
    public async Task<T> ReadAsync<TPort, T>(Func<TPort, Task<T>> read)
        where TPort : notnull
    {
        await using var scope = Scope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>Writes in a scope and a transaction of its own.</summary>
    public async Task WriteAsync<TPort>(Func<TPort, Task> write)
        where TPort : notnull
    {
        await using var scope = Scope();
        var port = scope.ServiceProvider.GetRequiredService<TPort>();
        await scope.ServiceProvider.GetRequiredService<ITransaction>().RunAsync(
            async _ =>
            {
                await write(port);
                return true;
            },
            keep => keep,
            CancellationToken.None);
    }

    public Task WriteAsync<TPort>(Action<TPort> write)
        where TPort : notnull => WriteAsync<TPort>(port =>
        {
            write(port);
            return Task.CompletedTask;
        });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
