using System.Diagnostics;
using System.Globalization;
using Bpm.HostKit;
using Bpm.Quarter.Tests.Comparison;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>
/// The quarter, played once for all tests. <c>BPM_QUARTER_SEED</c> plays one by another seed or the same again, <c>BPM_QUARTER_CASES</c> with
/// another number of cases.
/// </summary>
public sealed class PlayedQuarter : IAsyncLifetime
{
    internal static readonly IReadOnlyList<int> Seeds = Setting("BPM_QUARTER_SEED") is { } seed ? [seed] : [20260825, 20260826];
    private static readonly int Most = Setting("BPM_QUARTER_CASES") ?? 3000;

    /// <summary>Every case, in order of registration.</summary>
    internal IReadOnlyList<PlayedCase> Cases { get; private set; } = [];

    /// <summary>What the product refused although it was right.</summary>
    internal IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>How much there was and how long it took.</summary>
    internal string Summary { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var time = Stopwatch.StartNew();
        // Two products side by side, each with its own clock and database: one writer keeps one core busy.
        var halves = await Task.WhenAll(Seeds.Select(seed => Task.Run(() => PlayAsync(seed, Most / Seeds.Count))));
        Cases = [.. halves.SelectMany(half => half.Cases)];
        Refusals = [.. halves.SelectMany(half => half.Refusals)];
        Summary = string.Join('\n', [.. halves.Select(half => half.Summary), $"{Cases.Count} cases in {time.Elapsed}, {Environment.CpuUsage.TotalTime} of processors"]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string> Faults(Case complaint)
    {
        foreach (var twice in complaint.Notices.Where(notice => notice.Rung is not null).GroupBy(notice => (notice.ClockId, notice.RuleId, notice.Rung, notice.Recipient)).Where(group => group.Count() > 1))
            yield return $"told twice: {twice.Key}";
        if (complaint.IsOpen && !complaint.Tasks.Any(task => task.IsActive))
            yield return "stuck: open, and nobody has anything to do";
    }

    private static async Task<(IReadOnlyList<PlayedCase> Cases, IReadOnlyList<string> Refusals, string Summary)> PlayAsync(int seed, int most)
    {
        var folder = Memory();
        try
        {
            await using var host = await InProcessHost.StartAsync(SimulatedQuarter.Start, folder);
            var desk = new Desk(host.Services);
            var quarter = new SimulatedQuarter(desk, seed, most);
            await quarter.RunAsync();
            var cases = new List<PlayedCase>();
            foreach (var file in quarter.Files)
            {
                var complaint = await desk.ReadAsync(file.Id);
                var incidents = (await desk.InstanceAsync(complaint)).Incidents;
                cases.Add(new(seed, file.Log, Found.Of(complaint), [.. Faults(complaint), .. incidents.Select(incident => "incident: " + incident.Message)]));
            }

            return (cases, quarter.Refusals, $"seed {seed}: {quarter.Deeds} claims and completions; " + desk.Spent);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The rules are compared here, not the disk: memory where the system offers it.
    private static string Memory() =>
        Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/bpm-quarter-{Guid.NewGuid():N}").FullName : InProcessHost.NewDirectory();
}
