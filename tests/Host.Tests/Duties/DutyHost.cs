using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Duties;

/// <summary>What tests of duties ask a running product.</summary>
internal static class DutyHost
{
    /// <summary>The duties of a day, as the supervisor sees them, in the order of their numbers.</summary>
    /// <param name="day">As in the number: <c>20261001</c>.</param>
    public static async Task<IReadOnlyList<JsonNode>> DutiesAsync(this Site site, string day)
    {
        var supervisor = await site.AsAsync("a.supervisor");
        List<JsonNode> found = [];
        while (true)
        {
            var answer = await supervisor.GetAsync(ApiClient.CasePath($"XX-L{day}-{found.Count + 1:0000}"));
            if (!answer.IsSuccess)
                return found;
            found.Add(answer.Json);
        }
    }

    /// <summary>The duty of a code on a day; there must be one, or one for the level.</summary>
    public static async Task<JsonNode> DutyAsync(this Site site, string day, string code, string? level = null) =>
        (await site.DutiesAsync(day)).Where(duty => Read.Text(duty["category"]) == code && (level is null || Read.Text(duty["attributes"]!["level"]) == level))
        .ShouldHaveSingleItem();

    /// <summary>Takes and completes the one open task of a duty.</summary>
    public static async Task<JsonNode> DoAsync(this Site site, JsonNode duty, string user, string outcome, JsonObject form)
    {
        var client = await site.AsAsync(user);
        var task = Read.Items(duty["tasks"]).Where(open => Read.Text(open["state"]) is "open" or "claimed").ShouldHaveSingleItem();
        var path = "/api/tasks/" + Read.Text(task["id"]);
        if (Read.Text(task["state"]) == "open")
            (await client.PostAsync(path + "/claim")).Expect(200);
        (await client.PostAsync(path + "/complete", new JsonObject { ["outcome"] = outcome, ["form"] = form })).Expect(200);
        return await client.CaseAsync(Read.Text(duty["number"]));
    }

    /// <summary>Who got which rung, as <c>rung user</c>, sorted.</summary>
    public static IReadOnlyList<string> Rungs(JsonNode duty) =>
        [.. Read.Items(duty["notices"]).Where(notice => notice["rung"] is not null)
            .Select(notice => $"{Read.Text(notice["rung"])} {Read.Text(notice["recipient"])}").Order(StringComparer.Ordinal)];
}
