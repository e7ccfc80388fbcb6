using System.Diagnostics;

namespace Bpm.Benchmarks.Persisted;

/// <summary>Does it matter to one event how many other instances wait? Events go to instances picked at random among all that wait.</summary>
internal static class SuspendedBenchmark
{
    private const int Sample = 1_000;
    private const int Transaction = 2_000;

    public static async Task RunAsync()
    {
        Report.Title("Suspended: one event at a time to random instances among many that wait");
        using var folder = new BenchFolder();
        await using var database = await BenchDatabase.OpenAsync(folder.Path);
        var tasks = new StoredHumanTasks(database, FlowFile.Compile("human-task"), TimeProvider.System);
        var waiting = new List<string>();
        var random = new Random(1);
        double? first = null;
        foreach (var count in (int[])[1_000, 20_000, 1_000_000])
        {
            var began = Stopwatch.GetTimestamp();
            await FillAsync(database, tasks, waiting, count);
            var filling = Stopwatch.GetElapsedTime(began).TotalSeconds;
            database.Size();
            var resumes = new List<double>();
            for (var i = 0; i < Sample; i++)
            {
                var at = random.Next(waiting.Count);
                var sent = Stopwatch.GetTimestamp();
                await tasks.SendAsync(waiting[at], "Task1");
                resumes.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                waiting[at] = waiting[^1];
                waiting.RemoveAt(waiting.Count - 1);
            }

            var mean = resumes.Average();
            first ??= mean;
            Report.Line($"{count,9} waiting: {1000 / mean,6:0} events/s, mean {mean:0.00} ms = {mean / first:0.00} x the time at 1,000; p50 {Report.Percentile(resumes, 0.5):0.00} ms, p99 {Report.Percentile(resumes, 0.99):0.00} ms (filled in {filling:0} s, {database.Size() / 1024 / 1024} MB)");
        }
    }

    private static async Task FillAsync(BenchDatabase database, StoredHumanTasks tasks, List<string> waiting, int count)
    {
        // 1,000 of them will be resumed; the rest stays.
        while (waiting.Count < count)
        {
            var ids = Enumerable.Range(0, Math.Min(Transaction, count - waiting.Count)).Select(_ => Guid.CreateVersion7().ToString("N")).ToArray();
            await database.WriteAsync(async services =>
            {
                foreach (var id in ids)
                    await tasks.StartAsync(services, id);
            });
            waiting.AddRange(ids);
        }
    }
}
