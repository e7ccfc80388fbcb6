using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Ladders;

/// <summary>
/// One product in which nobody does anything for the sample complaints but register them (and, in a second copy of those of B,
/// review them), while the clock runs from February to the January after.
/// </summary>
public sealed class NobodyActs() : RunningProduct("2026-02-13T10:00:00+08:00")
{
    private static readonly TimeSpan _shanghai = TimeSpan.FromHours(8);
    private readonly Dictionary<string, JsonNode> _cases = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync("C02", "C02");
        await AtAsync("2026-03-02T09:30:00+08:00");
        await RegisterAsync("C13", "C13");
        await RegisterAsync("C13 reviewed", "C13", reviewed: true);
        await AtAsync("2026-07-06T20:30:00+08:00");
        await RegisterAsync("night", "C01");
        await AtAsync("2026-09-24T17:00:00+08:00");
        await RegisterAsync("C12", "C12");
        await RegisterAsync("C12 reviewed", "C12", reviewed: true);
        await AtAsync("2026-09-30T16:00:00+08:00");
        await RegisterAsync("C01", "C01");
        await AtAsync("2026-12-31T16:00:00+08:00");
        await RegisterAsync("C14", "C14");
        await RegisterAsync("C14 reviewed", "C14", reviewed: true);
        await AtAsync("2027-01-25T16:00:00+08:00");
    }

    /// <summary>The case of a story, now.</summary>
    public async Task<JsonNode> CaseAsync(string story) =>
        await (await AsAsync(Overseer(_cases[story]))).CaseAsync(Read.Text(_cases[story]["number"]));

    /// <summary>All notices that the clocks of a case raised, in the order of their moments: <c>rule | raised | recipient | delivered</c>.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync(string story) =>
        [.. (await RawNoticesAsync(story))
            .Where(notice => notice["clockId"] is not null)
            .OrderBy(notice => Read.Moment(notice["raisedAt"])).ThenBy(notice => Read.Text(notice["recipient"]), StringComparer.Ordinal)
            .Select(notice => $"{Read.Text(notice["rule"])} | {Local(notice["raisedAt"])} | {Read.Text(notice["recipient"])} | {Local(notice["deliverAt"])}")];

    /// <summary>All notices of a case as the API lists them.</summary>
    public async Task<IReadOnlyList<JsonNode>> RawNoticesAsync(string story)
    {
        var @case = _cases[story];
        var overseer = await AsAsync(Overseer(@case));
        return await overseer.ListAsync("/api/notices?complaint=" + Uri.EscapeDataString(Read.Text(@case["number"])));
    }

    private static string Local(JsonNode? moment) => Read.Moment(moment).ToOffset(_shanghai).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Task AtAsync(string moment) => Site.AdvanceToAsync(Read.Moment(moment));

    private async Task RegisterAsync(string story, string sample, bool reviewed = false)
    {
        var registered = await Site.RegisterAsync(sample);
        _cases.Add(story, registered);
        if (reviewed)
            (await new CaseDriver(Site, registered, Plan.First.Filling("unit", "unit1")).StepAsync()).ShouldBeTrue();
    }
}
