using System.Diagnostics;
using System.Globalization;
using Bpm.Application.Due;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Persistence.Process;

/// <summary>Eight rows a transaction, every one durable when it returns.</summary>
internal static class Measuring
{
    private const int Rows = 8;

    public static async Task<int> RunAsync(string folder, int transactions)
    {
        await using var database = await Database.OpenAsync(folder);
        await WriteAsync(database, 0, 200);
        foreach (var clients in (int[])[1, 4, 16, 64])
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(1, clients).Select(client =>
                Task.Run(() => WriteAsync(database, client, transactions / clients))));
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            cpu = Environment.CpuUsage.TotalTime - cpu;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clients,3} clients: {transactions / seconds,8:0} transactions/s, {cpu.TotalMilliseconds / transactions:0.00} ms CPU each"));
        }

        return 0;
    }

    private static async Task WriteAsync(Database database, int client, int transactions)
    {
        for (var i = 0; i < transactions; i++)
        {
            await database.WriteAsync(async services =>
            {
                var rows = services.GetRequiredService<IDueRows>();
                for (var row = 0; row < Rows; row++)
                    await rows.PutAsync(DueKind.Timer, "bench", $"{client}-{i}", $"{row}", DateTimeOffset.UnixEpoch, null, CancellationToken.None);
            });
        }
    }
}
