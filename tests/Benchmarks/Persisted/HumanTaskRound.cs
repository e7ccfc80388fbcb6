using System.Diagnostics;

namespace Bpm.Benchmarks.Persisted;

/// <summary>Some clients that walk instances through their three bursts, one after another, each waiting until its call is durable.</summary>
/// <param name="InstancesPerSecond">Whole instances.</param>
/// <param name="CpuMilliseconds">Of the whole process, clients included, an instance.</param>
/// <param name="Resumes">Milliseconds that each event took.</param>
internal sealed record HumanTaskRound(double InstancesPerSecond, double CpuMilliseconds, IReadOnlyList<double> Resumes)
{
    public static async Task<HumanTaskRound> RunAsync(IHumanTasks tasks, int clients, TimeSpan length)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        var resumes = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => WalkAsync(tasks, began, length))));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var all = resumes.SelectMany(r => r).ToArray();
        var instances = all.Length / 2;
        return new(instances / seconds, cpu.TotalMilliseconds / instances, all);
    }

    private static async Task<List<double>> WalkAsync(IHumanTasks tasks, long began, TimeSpan length)
    {
        var resumes = new List<double>();
        while (Stopwatch.GetElapsedTime(began) < length)
        {
            var id = Guid.CreateVersion7().ToString("N");
            await tasks.StartAsync(id);
            foreach (var name in (string[])["Task1", "Task2"])
            {
                var sent = Stopwatch.GetTimestamp();
                await tasks.SendAsync(id, name);
                resumes.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        }

        return resumes;
    }
}
