using System.Diagnostics;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Benchmarks.Engine;

/// <summary>Flows in memory: a new instance is run to its end on one thread, with its journal, and thrown away.</summary>
internal static class EngineBenchmark
{
    private const int Rounds = 9;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(300);
    private static readonly WorkflowRunner Runner = new(TimeProvider.System, new RunnerOptions { MaxSteps = 1_000_000 });

    public static void Run()
    {
        Report.Title("Engine, in memory: time and allocation of one run (median of 9 rounds, best round in brackets)");
        Measure("Seq10", FlowFile.Compile("seq10"), null, 12, ElsaFigures.Seq10);
        Measure("Flow12", FlowFile.Compile("flow12"), null, 14, ElsaFigures.Flow12);
        Measure("While100", FlowFile.Compile("while100"), null, 93, ElsaFigures.While100);
        var loop = FlowFile.Compile("flow-loop");
        Measure("FlowLoop100", loop, 100, 220, ElsaFigures.FlowLoop100);
        foreach (var limit in (int[])[100, 1_000, 10_000])
        {
            var (median, _, bytes) = Rate(loop, Options(limit));
            Report.Line($"FlowLoop {limit,6}: {median / limit * 1000,7:0} ns and {bytes / limit,6:0} bytes a turn");
        }
    }

    private static void Measure(string name, WorkflowGraph graph, int? limit, double goal, ElsaFigures elsa)
    {
        var (median, best, bytes) = Rate(graph, Options(limit));
        Report.Line($"{name,-12} {median,7:0.0} us [{best:0.0}], {bytes / 1024,6:0.0} KiB; goal {goal} us: {(median <= goal ? "reached" : "missed")}");
        Report.Line($"{"",-12} Elsa 3 (performance.md) {1e6 / elsa.RunsPerSecond:0} us, {elsa.KiBPerRun:0} KiB: {1e6 / elsa.RunsPerSecond / median:0} x faster, {elsa.KiBPerRun * 1024 / bytes:0} x less memory");
    }

    private static StartOptions Options(int? limit) => new()
    {
        Input = limit is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["Limit"] = limit },
    };

    /// <summary>Microseconds of a run in the median and the best round, and bytes allocated by it.</summary>
    private static (double Median, double Best, double Bytes) Rate(WorkflowGraph graph, StartOptions options)
    {
        Batch(graph, options, Stopwatch.Frequency);
        var times = new List<double>();
        var bytes = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var (runs, ticks) = Batch(graph, options, (long)(RoundTime.TotalSeconds * Stopwatch.Frequency));
            times.Add(ticks * 1e6 / Stopwatch.Frequency / runs);
            bytes.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)runs);
        }

        return (Report.Median(times), times.Min(), Report.Median(bytes));
    }

    private static (int Runs, long Ticks) Batch(WorkflowGraph graph, StartOptions options, long ticks)
    {
        var runs = 0;
        var began = Stopwatch.GetTimestamp();
        long spent;
        do
        {
            for (var i = 0; i < 10; i++)
            {
                var burst = Runner.Start(graph, options, null);
                if (burst.Instance.SubStatus != WorkflowSubStatus.Finished)
                    throw new InvalidOperationException($"{graph.Name} did not finish: {burst.Instance.SubStatus}.");
            }

            runs += 10;
            spent = Stopwatch.GetTimestamp() - began;
        }
        while (spent < ticks);
        return (runs, spent);
    }
}
