using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>A product for what people do with tasks; its clock is moved by hand.</summary>
public sealed class TaskProduct() : RunningProduct("2026-03-30T09:00:00+08:00")
{
    /// <summary>A case of a sample with the path of its first open task of a step.</summary>
    public async Task<(string Number, string Task)> TaskAsync(string sample, string step)
    {
        var registered = await Site.RegisterAsync(sample);
        return (Read.Text(registered["number"]), PathOf(Read.Tasks(registered, step, "open").ShouldHaveSingleItem()));
    }

    /// <summary>A user's client that has claimed a task.</summary>
    public async Task<ApiClient> ClaimedAsync(string user, string task)
    {
        var client = await AsAsync(user);
        (await client.PostAsync(task + "/claim")).Expect(200);
        return client;
    }

    /// <summary>Ids in one list of a user for a case.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string user, string scope, string number) =>
        await (await AsAsync(user)).ListAsync($"/api/tasks?scope={scope}&complaint={number}");

    /// <summary>Notices of a kind that a case's reader sees.</summary>
    public static IReadOnlyList<string> Recipients(JsonNode seen, string kind) =>
        [.. Read.Items(seen["notices"]).Where(notice => Read.Text(notice["kind"]) == kind).Select(notice => Read.Text(notice["recipient"])).Order()];

    public static string PathOf(JsonNode task) => "/api/tasks/" + Read.Text(task["id"]);

    public static JsonObject Because(string reason) => new() { ["reason"] = reason };
}
