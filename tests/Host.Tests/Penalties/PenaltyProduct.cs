using System.Text.Json.Nodes;
using Bpm.Host.Tests.Duties;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Penalties;

/// <summary>
/// One product on the second midnight after a morning with two WeChat messages that nobody answered, of which supervision found one at one level,
/// and a burst to which the crew that took it came late.
/// </summary>
public sealed class PenaltyProduct() : RunningProduct("2026-09-29T07:30:00+08:00")
{
    /// <summary>Missed at 10:00; the supervisor's check found it, the deputy's found nothing amiss, the manager made none.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Missed at 18:00, after which nobody checked.</summary>
    public string Unseen { get; private set; } = "";

    /// <summary>A call; a.network holds the arrival, which was missed at 09:30, the first reply at 10:00.</summary>
    public string Phone { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AdvanceToAsync(Start.AddHours(1.5));
        (Found, Phone) = (await RegisterAsync("C02"), await RegisterAsync("C06"));
        var crew = await AsAsync("a.network");
        var arrival = Read.Tasks(await (await AsAsync("a.supervisor")).CaseAsync(Phone), "arrive")[0];
        (await crew.PostAsync($"/api/tasks/{Read.Text(arrival["id"])}/claim")).Expect(200);
        await Site.AdvanceToAsync(Start.AddHours(3));
        foreach (var (level, timely) in ((string, bool)[])[("supervisor", false), ("deputy", true)])
        {
            var check = await Site.DutyAsync("20260929", "wechat-check", level);
            await Site.DoAsync(check, "a." + level, "Checked", new JsonObject { ["timely"] = timely, ["fitting"] = true });
        }

        await Site.AdvanceToAsync(Start.AddHours(9.5));
        Unseen = await RegisterAsync("C02");
        await Site.AdvanceToAsync(Read.Moment("2026-10-01T00:00:00+08:00"));
    }

    /// <summary>Registers a sample now.</summary>
    public async Task<string> RegisterAsync(string sample) => Read.Text((await Site.RegisterAsync("a.hotline", Complaint.Sample(sample)))["number"]);

    /// <summary>Rows of a case, as somebody sees them.</summary>
    public async Task<IReadOnlyList<JsonNode>> RowsAsync(string number, string? rule = null, string user = "a.manager")
    {
        var path = $"/api/penalties?complaint={number}" + (rule is null ? "" : $"&rule={rule}");
        return Read.Items((await (await AsAsync(user)).GetAsync(path)).Expect(200).Json["items"]);
    }

    /// <summary>The one row of a case, article and person.</summary>
    public async Task<JsonNode> RowAsync(string number, string rule, string person) =>
        (await RowsAsync(number, rule)).Where(row => row["person"]?.GetValue<string>() == person).ShouldHaveSingleItem();

    /// <summary>Does something to a row.</summary>
    public async Task<Answer> ActAsync(string user, JsonNode row, string act, JsonObject? body = null, string? key = null) =>
        await (await AsAsync(user)).PostAsync($"/api/penalties/{Read.Text(row["id"])}/{act}", body ?? [], key);
}
