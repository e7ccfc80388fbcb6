using System.Diagnostics;
using Bpm.Application.Due;
using Bpm.Engine.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Benchmarks.Persisted;

/// <summary>A start after a long night: timers that fell due while nothing ran; and what a million timers that are not due yet cost a start.</summary>
internal static class OverdueBenchmark
{
    private const int Batch = 64;
    private const int Pending = 1_000_000;

    public static async Task RunAsync()
    {
        Report.Title("Overdue: timers that fell due before the start, each a burst and a transaction of its own");
        var graph = FlowFile.Compile("overdue");
        foreach (var count in (int[])[1_000, 10_000])
            await MeasureAsync(graph, count);
        Report.Line($"Elsa 3 (performance.md): 20/s; goal 1000/s, each once");
        Report.Title("Start: timers that are not due yet");
        await PendingAsync(0);
        await PendingAsync(Pending);
        Report.Line($"Elsa 3 (performance.md): +1.4 s and +20 MiB for 10,000");
    }

    private static async Task MeasureAsync(WorkflowGraph graph, int count)
    {
        using var folder = new BenchFolder();
        await using (var before = await BenchDatabase.OpenAsync(folder.Path))
        {
            var yesterday = new StoredHumanTasks(before, graph, new Yesterday());
            await before.WriteAsync(async services =>
            {
                for (var i = 0; i < count; i++)
                    await yesterday.StartAsync(services, Guid.CreateVersion7().ToString("N"));
            });
        }

        var began = Stopwatch.GetTimestamp();
        await using var database = await BenchDatabase.OpenAsync(folder.Path);
        var tasks = new StoredHumanTasks(database, graph, TimeProvider.System);
        var ran = 0;
        while (await database.ReadAsync(s => s.GetRequiredService<IDueRows>().NextAsync(TimeProvider.System.GetUtcNow(), Batch, CancellationToken.None)) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await database.WriteAsync(async services =>
                {
                    if (!await services.GetRequiredService<IDueRows>().TakeAsync(row.Id, CancellationToken.None))
                        return;
                    await tasks.ResumeAsync(services, row.Subject, row.Reference);
                    ran++;
                });
            }
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var effects = database.Number("""SELECT count(*) FROM "SideEffects" """);
        var distinct = database.Number("""SELECT count(DISTINCT "InstanceId") FROM "SideEffects" """);
        if (ran != count || effects != count || distinct != count)
            throw new InvalidOperationException($"{count} timers: {ran} ran, {effects} side effects of {distinct} instances.");
        Report.Line($"{count,6} overdue: {count / seconds:0}/s ({seconds:0.00} s with the opening of the database), each once");
    }

    private static async Task PendingAsync(int count)
    {
        using var folder = new BenchFolder();
        await using (var before = await BenchDatabase.OpenAsync(folder.Path))
        {
            var due = TimeProvider.System.GetUtcNow().AddDays(1);
            for (var done = 0; done < count; done += 10_000)
            {
                await before.WriteAsync(async services =>
                {
                    var rows = services.GetRequiredService<IDueRows>();
                    for (var i = done; i < done + 10_000; i++)
                        await rows.PutAsync(DueKind.Timer, "bench", Guid.CreateVersion7().ToString("N"), "b1", due.AddSeconds(i), null, CancellationToken.None);
                });
            }
        }

        var times = new List<double>();
        var memory = 0L;
        for (var round = 0; round < 5; round++)
        {
            var held = GC.GetTotalMemory(forceFullCollection: true);
            var began = Stopwatch.GetTimestamp();
            await using var database = await BenchDatabase.OpenAsync(folder.Path);
            var next = await database.ReadAsync(s => s.GetRequiredService<IDueRows>().NextAsync(TimeProvider.System.GetUtcNow(), Batch, CancellationToken.None));
            await database.ReadAsync(s => s.GetRequiredService<IDueRows>().FirstDueAsync(CancellationToken.None));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            memory = GC.GetTotalMemory(forceFullCollection: true) - held;
            if (next.Count > 0)
                throw new InvalidOperationException("Nothing should be due.");
        }

        Report.Line($"{count,9} pending: the database opened and its first due time known in {Report.Median(times):0.0} ms (median of 5), {memory / 1024} KiB held");
    }

    private sealed class Yesterday : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-1);
    }
}
