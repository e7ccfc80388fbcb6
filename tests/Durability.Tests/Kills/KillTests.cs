using System.Diagnostics;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Kills;

/// <summary>The process is killed fifty times under load: whatever was answered is there, nothing is half done.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 2050;
    private const int Kills = 50;
    private const int Clients = 4;
    private readonly List<CaseRun> _runs = [];
    private readonly Random _random = new(Seed);
    private readonly OpenRequests _open = new();
    private int _done;

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task Host_KilledFiftyTimesUnderLoad_LosesNothingAndHalvesNothing()
    {
        var directory = InProcessHost.NewDirectory();
        var port = ChildHost.FreePort();
        using var http = ChildHost.ClientOf(port, _open);
        var site = new Site(http);
        var watch = Stopwatch.StartNew();
        var open = 0;
        var starts = TimeSpan.Zero;
        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                var start = Stopwatch.StartNew();
                await using var host = await StartAsync(site, port, directory);
                starts += start.Elapsed;
                await SettleAsync(site, all: kill % 10 == 9);
                if (await RunUntilKilledAsync(site, host))
                    open++;
            }

            output.WriteLine($"seed {Seed}: {Kills} kills, {open} with a request open, {_runs.Count} cases, {_runs.Sum(run => run.Confirmed)} steps confirmed, "
                + $"start {starts.TotalSeconds / Kills:F2} s on average, {watch.Elapsed.TotalSeconds:F0} s in all");
            open.ShouldBeGreaterThanOrEqualTo(30);
            await using var last = await StartAsync(site, port, directory);
            await SettleAsync(site, all: true);
            await FinishAllAsync(site);
            output.WriteLine($"every case walked to its end after {watch.Elapsed.TotalSeconds:F0} s");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<ChildHost> StartAsync(Site site, int port, string directory)
    {
        var host = await ChildHost.StartAsync(site, port, directory, "--Clock:Start=2026-09-24T17:00:00+08:00");
        // Tokens outlive a restart; signed in once, nobody needs to while being shot at.
        foreach (var user in (string[])["a.hotline", "a.supervisor", "a.meter", "b.hotline", "b.unit1", "b.manager"])
            await site.AsAsync(user);
        return host;
    }

    /// <returns>True when a request was open at the kill.</returns>
    private async Task<bool> RunUntilKilledAsync(Site site, ChildHost host)
    {
        var seeds = Enumerable.Range(0, Clients).Select(_ => _random.Next()).ToList();
        var unfinished = _runs.Where(run => !run.IsFinished).ToList();
        var clients = seeds.Select((seed, i) => Task.Run(() => WorkAsync(site, new Random(seed), [.. unfinished.Where((_, n) => n % Clients == i)]))).ToList();
        // Some kills meet a product that has hardly begun, some one in full run.
        var enough = _done + _random.Next(10);
        await Until.TrueAsync(() => Task.FromResult(Volatile.Read(ref _done) >= enough), TimeSpan.FromSeconds(60), "The clients get nothing done.");
        await Task.Delay(_random.Next(20));
        var open = _open.Count > 0;
        await host.KillAsync();
        await Task.WhenAll(clients);
        return open;
    }

    private async Task WorkAsync(Site site, Random random, List<CaseRun> own)
    {
        while (true)
        {
            var unfinished = own.Where(run => !run.IsFinished).ToList();
            CaseRun run;
            if (unfinished.Count == 0 || random.Next(4) == 0)
            {
                run = new CaseRun(site, random.Next(2) == 0 ? Route.ProductQuality : Route.MeterData);
                own.Add(run);
                lock (_runs)
                    _runs.Add(run);
            }
            else
            {
                run = unfinished[random.Next(unfinished.Count)];
            }

            try
            {
                await run.GoOnAsync();
                Interlocked.Increment(ref _done);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    /// <param name="all">Every case; else only those that the last kill left in doubt.</param>
    private async Task SettleAsync(Site site, bool all)
    {
        var answered = _runs.Count(run => run.Number is not null);
        var doubtful = _runs.Count(run => run.Number is null && run.InDoubt);
        (await CountAsync(site)).ShouldBeInRange(answered, answered + doubtful);
        foreach (var run in _runs.Where(run => run.InDoubt || all).ToList())
            await run.SettleAsync();
        (await CountAsync(site)).ShouldBe(_runs.Count(run => run.Number is not null));
        _runs.RemoveAll(run => run.Number is null);
        _runs.Select(run => run.Number).ShouldBeUnique();
    }

    private async Task FinishAllAsync(Site site)
    {
        await Parallel.ForEachAsync(_runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
        {
            while (!run.IsFinished)
                await run.GoOnAsync();
            await run.SettleAsync();
        });
    }

    private static async Task<int> CountAsync(Site site)
    {
        var count = 0;
        foreach (var user in (string[])["a.supervisor", "b.manager"])
            count += (await (await site.AsAsync(user)).GetAsync("/api/complaints?pageSize=1")).Expect(200).Json["totalCount"]!.GetValue<int>();
        return count;
    }
}
