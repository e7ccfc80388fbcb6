using System.Diagnostics;
using System.Globalization;
using Bpm.HostKit;
using Bpm.Quarter.Tests.Comparison;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>
/// The quarter, played once for all tests. <c>BPM_QUARTER_SEED</c> plays another or the same again, <c>BPM_QUARTER_CASES</c> a shorter one.
/// </summary>
public sealed class PlayedQuarter : IAsyncLifetime
{
    internal static readonly int Seed = Setting("BPM_QUARTER_SEED") ?? 20260825;
    private static readonly int Most = Setting("BPM_QUARTER_CASES") ?? 3000;

    /// <summary>Every case, in order of registration.</summary>
    internal IReadOnlyList<PlayedCase> Cases { get; private set; } = [];

    /// <summary>What the product refused although it was right.</summary>
    internal IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>How much there was and how long it took.</summary>
    internal string Summary { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var folder = Memory();
        try
        {
            var time = Stopwatch.StartNew();
            await using var host = await InProcessHost.StartAsync(SimulatedQuarter.Start, folder);
            var desk = new Desk(host.Services);
            var quarter = new SimulatedQuarter(desk, Seed, Most);
            await quarter.RunAsync();
            var played = time.Elapsed;
            var cases = new List<PlayedCase>();
            foreach (var file in quarter.Files)
            {
                var complaint = await desk.ReadAsync(file.Id);
                var incidents = (await desk.InstanceAsync(complaint)).Incidents;
                cases.Add(new(file.Log, Found.Of(complaint), [.. Faults(complaint), .. incidents.Select(incident => "incident: " + incident.Message)]));
            }

            (Cases, Refusals) = (cases, quarter.Refusals);
            Summary = $"seed {Seed}: {cases.Count} cases, {quarter.Deeds} claims and completions played in {played}, read in {time.Elapsed - played}, "
                + $"{Environment.CpuUsage.TotalTime} of processors; {string.Join(", ", desk.Spent.Select(s => $"{s.Value.Count} {s.Key} {s.Value.Spent.TotalMilliseconds / s.Value.Count:F1} ms"))}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string> Faults(Case complaint)
    {
        foreach (var twice in complaint.Notices.Where(notice => notice.ClockId is not null).GroupBy(notice => (notice.ClockId, notice.Rung, notice.Recipient)).Where(group => group.Count() > 1))
            yield return $"told twice: {twice.Key}";
        if (complaint.IsOpen && !complaint.Tasks.Any(task => task.IsActive))
            yield return "stuck: open, and nobody has anything to do";
    }

    // The rules are compared here, not the disk: memory where the system offers it.
    private static string Memory() =>
        Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/bpm-quarter-{Guid.NewGuid():N}").FullName : InProcessHost.NewDirectory();
}
