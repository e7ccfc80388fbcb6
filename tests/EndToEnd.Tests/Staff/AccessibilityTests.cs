using System.Text.RegularExpressions;
using Bpm.EndToEnd.Tests.Browsing;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>
/// Whatever page somebody reaches by links has no barrier, asks nothing of other sites, reports no error and is light: as every role from the
/// desk on, each kind of page as one of those who reach it, or more where BPM_AXE_ROLES says so.
/// </summary>
public sealed partial class AccessibilityTests(Office office) : IClassFixture<Office>
{
    private const int MostPages = 150;
    // All roles are walked without a browser, see the crawl of the web tests; BPM_AXE_ROLES=24 does so here, for some twenty minutes.
    private static readonly int RolesPerKind = int.TryParse(Environment.GetEnvironmentVariable("BPM_AXE_ROLES"), out var roles) ? roles : 1;
    private static readonly Dictionary<string, int> Visits = [];
    private const long Heaviest = 60 * 1024;
    private const long HeaviestWithCharts = 350 * 1024;

    public static TheoryData<string> Users =>
    [
        "a.hotline", "a.supervisor", "a.deputy", "a.manager", "a.meter", "a.network", "a.network.manager", "a.quality", "a.engineering", "a.inspection", "a.office", "a.it",
        "a.tech", "a.process", "a.admin", "b.hotline", "b.dispatcher", "b.manager", "b.unit1", "b.discipline", "b.director", "b.chairman", "b.process", "b.admin",
    ];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Pages_ReachedByLinks_HaveNoBarriers(string user)
    {
        await office.SeedAsync();
        await using var tab = await office.OpenAsync(user);
        var (waiting, seen, faults) = (new Queue<string>(["/"]), new HashSet<string> { Kind("/") }, new List<string>());
        var weight = 0L;
        tab.Page.Response += async (_, response) => Interlocked.Add(ref weight, (await response.Request.SizesAsync()).ResponseBodySize);
        while (waiting.TryDequeue(out var path) && seen.Count <= MostPages)
        {
            var kind = Kind(path);
            if (Visits.GetValueOrDefault(kind) >= RolesPerKind && path != "/")
                continue;
            Visits[kind] = Visits.GetValueOrDefault(kind) + 1;
            Interlocked.Exchange(ref weight, 0);
            if (await tab.Page.GotoAsync(path) is { Ok: false } failed)
                faults.Add($"{path}: {failed.Status}");
            faults.AddRange((await tab.BarriersAsync()).Select(barrier => $"{path}: {barrier}"));
            if (Interlocked.Read(ref weight) > (path.StartsWith("/dashboard", StringComparison.Ordinal) ? HeaviestWithCharts : Heaviest))
                faults.Add($"{path}: {weight / 1024} KB");
            foreach (var next in (await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href').split('#')[0])")).Where(IsPage).Where(next => seen.Add(Kind(next))))
                waiting.Enqueue(next);
        }

        faults.ShouldBeEmpty();
        tab.Faults.ShouldBeEmpty();
        seen.Count.ShouldBeInRange(2, MostPages);
    }

    private static bool IsPage(string href) => href.StartsWith('/') && !href.StartsWith("/api/", StringComparison.Ordinal) && !href.StartsWith("/studio", StringComparison.Ordinal)
        && !href.Contains("format=", StringComparison.Ordinal) && !href.Contains(".csv", StringComparison.Ordinal);

    // Pages of one kind differ in ids and values only.
    private static string Kind(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        return Id().Replace(path, "*") + "?" + string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<=/)(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-?L?[0-9]{8}-[0-9]{4}|[a-z]+\.[a-z0-9.]+|[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?|[A-Z]-[0-9A-Za-z.]+)(?=/|$)")]
    private static partial Regex Id();
}
