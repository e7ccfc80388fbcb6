namespace Bpm.Benchmarks;

/// <summary>What is printed, and the arithmetic of it.</summary>
internal static class Report
{
    /// <summary>The machine, and whether others use it: a ratio within one run is worth more than any absolute figure here.</summary>
    public static void Machine()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        Console.WriteLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, load average {load} at the start");
#if DEBUG
        Console.WriteLine("Built for Debug: these figures mean nothing. Use -c Release.");
#endif
    }

    public static void Title(string text) => Console.WriteLine($"\n## {text}\n");

    public static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}
