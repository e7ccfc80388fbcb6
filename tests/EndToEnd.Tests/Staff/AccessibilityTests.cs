using System.Collections.Concurrent;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>
/// Whatever page somebody reaches by links has no barrier, asks nothing of other sites, reports no error and is light: as every role from the
/// desk on, each kind of page as one of those who reach it, or more where BPM_AXE_ROLES says so.
/// </summary>
[Collection(OfficeCollection.Name)]
public sealed class AccessibilityTests(Office office)
{
    private const int MostPages = 150;
    // All roles are walked without a browser, see the crawl of the web tests; BPM_AXE_ROLES=24 does so here, for some twenty minutes.
    private static readonly int RolesPerKind = int.TryParse(Environment.GetEnvironmentVariable("BPM_AXE_ROLES"), out var roles) ? roles : 1;
    private static readonly Dictionary<string, int> Visits = [];
    private const long Heaviest = 60 * 1024;
    private const long HeaviestWithCharts = 350 * 1024;

    public static TheoryData<string> Users => [.. Bpm.HostKit.Staff.OfA, .. Bpm.HostKit.Staff.OfB];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Pages_ReachedByLinks_HaveNoBarriers(string user)
    {
        await office.SeedAsync();
        await using var tab = await office.OpenAsync(user);
        var (waiting, seen, faults) = (new Queue<string>(["/"]), new HashSet<string> { PageKind.Of("/") }, new List<string>());
        var loaded = new ConcurrentQueue<IRequest>();
        tab.Page.RequestFinished += (_, request) => loaded.Enqueue(request);
        while (waiting.TryDequeue(out var path) && seen.Count <= MostPages)
        {
            var kind = PageKind.Of(path);
            if (Visits.GetValueOrDefault(kind) >= RolesPerKind && path != "/")
                continue;
            Visits[kind] = Visits.GetValueOrDefault(kind) + 1;
            loaded.Clear();
            if (await tab.Page.GotoAsync(path) is { Ok: false } failed)
                faults.Add($"{path}: {failed.Status}");
            faults.AddRange((await tab.BarriersAsync()).Select(barrier => $"{path}: {barrier}"));
            var weight = (await Task.WhenAll(loaded.ToArray().Select(request => request.SizesAsync()))).Sum(sizes => (long)sizes.ResponseBodySize);
            if (weight > (path.StartsWith("/dashboard", StringComparison.Ordinal) ? HeaviestWithCharts : Heaviest))
                faults.Add($"{path}: {weight / 1024} KB");
            foreach (var next in (await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href').split('#')[0])")).Where(PageKind.IsPage).Where(next => seen.Add(PageKind.Of(next))))
                waiting.Enqueue(next);
        }

        faults.ShouldBeEmpty();
        tab.Faults.ShouldBeEmpty();
        seen.Count.ShouldBeInRange(2, MostPages);
    }
}
