using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Kills;

/// <summary>The process is killed while instances move to another version: each is on one version or the other, and all of them finish when they should.</summary>
public sealed class MigrationKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 62;
    private const int Kills = 5;
    private const int Plain = 40;
    private const int Cases = 4;
    private const int Batch = 5;
    private const string Reminder = "moved-reminder";
    private const string MeterData = "xx-water-meter-data";
    private const string Clock = "--Clock:Start=2026-02-13T10:00:00+08:00";
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private readonly string _directory = InProcessHost.NewDirectory();
    private readonly OpenRequests _open = new();
    private readonly Random _random = new(Seed);

    public void Dispose()
    {
        _open.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Host_KilledWhileInstancesMove_FinishesAllOfThemAtTheirOriginalDueTimes()
    {
        await ImportAsync(ReminderFlow(changed: false));
        var port = ChildHost.FreePort();
        using var http = ChildHost.ClientOf(port, _open);
        var site = new Site(http);
        List<string> ids = [];
        List<JsonNode> cases = [];
        Dictionary<string, string> before;
        await using (var host = await ChildHost.StartAsync(site, port, _directory, Clock))
        {
            var admin = await site.AsAsync("a.process");
            for (var i = 0; i < Plain; i++)
                ids.Add(Read.Text((await admin.PostAsync($"/api/workflows/{Reminder}/start", new JsonObject())).Expect(201).Json["id"]));
            for (var i = 0; i < Cases; i++)
            {
                var registered = await site.RegisterAsync("C02");
                await new CaseDriver(site, registered, Plan.First).WalkAsync(stopBefore: "department-handling");
                cases.Add(await (await site.AsAsync("a.supervisor")).CaseAsync(Read.Text(registered["number"])));
            }

            before = await FactsAsync(site, ids, cases);
            await host.KillAsync();
        }

        await ImportAsync(ReminderFlow(changed: true), MeterDataWithAnotherLabel());
        var cut = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await ChildHost.StartAsync(site, port, _directory, Clock);
            (await FactsAsync(site, ids, cases)).ShouldBe(before, ignoreOrder: true);
            // To and fro, so that every round has something to move.
            var (from, to) = kill % 2 == 0 ? (1, 2) : (2, 1);
            var moving = Task.Run(() => MoveAllAsync(site, from, to, ids, cases));
            await Task.Delay(_random.Next(600));
            cut += moving.IsCompleted ? 0 : 1;
            await host.KillAsync();
            await moving;
        }

        cut.ShouldBeGreaterThan(0);
        await using var last = await ChildHost.StartAsync(site, port, _directory, Clock);
        await MoveAllAsync(site, 1, 2, ids, cases);
        (await FactsAsync(site, ids, cases)).ShouldBe(before, ignoreOrder: true);
        (await VersionsAsync(site)).ShouldAllBe(version => version == 2);
        await FinishAsync(site, ids, cases, Read.Moment(before[ids[0]]));
        output.WriteLine($"seed {Seed}: {Kills} kills, {cut} of them within a migration, {Plain} instances and {Cases} cases finished");
    }

    private static async Task FinishAsync(Site site, List<string> ids, List<JsonNode> cases, DateTimeOffset due)
    {
        var admin = await site.AsAsync("a.process");
        foreach (var known in cases)
        {
            await new CaseDriver(site, known, Plan.First).WalkAsync();
            Read.Text((await (await site.AsAsync("a.supervisor")).CaseAsync(Read.Text(known["number"])))["status"]).ShouldBe("closed");
        }

        await site.AdvanceToAsync(due.AddSeconds(-1));
        foreach (var id in ids)
            Read.Text((await admin.GetAsync("/api/instances/" + id)).Expect(200).Json["status"]).ShouldBe("running");
        await site.AdvanceToAsync(due.AddMinutes(1));
        await Until.TrueAsync(async () => (await RowsAsync(site)).All(row => Read.Text(row["status"]) == "finished"), _longest, "An instance waits for ever.");
        (await RowsAsync(site)).ShouldAllBe(row => Read.Text(row["subStatus"]) == "finished");
    }

    /// <summary>What must not change, whatever is moved and killed: due times of timers, ids and due times of tasks and clocks.</summary>
    private static async Task<Dictionary<string, string>> FactsAsync(Site site, List<string> ids, List<JsonNode> cases)
    {
        var admin = await site.AsAsync("a.process");
        var facts = new Dictionary<string, string>();
        foreach (var id in ids)
            facts[id] = Read.Text(Read.Items((await admin.GetAsync("/api/instances/" + id)).Expect(200).Json["bookmarks"]).ShouldHaveSingleItem()["dueAt"]);
        foreach (var number in cases.Select(known => Read.Text(known["number"])))
        {
            var now = await (await site.AsAsync("a.supervisor")).CaseAsync(number);
            facts[number] = string.Join('\n', Read.Items(now["tasks"]).Concat(Read.Items(now["clocks"]))
                .Select(item => $"{item["id"]} {item["step"]} {item["state"]} {item["dueAt"]}"));
        }

        return facts;
    }

    private static async Task MoveAllAsync(Site site, int from, int to, List<string> ids, List<JsonNode> cases)
    {
        try
        {
            var admin = await site.AsAsync("a.process");
            await MoveAsync(admin, MeterData, from, to, [.. cases.Select(known => Read.Text(known["workflow"]!["instanceId"]))]);
            foreach (var batch in ids.Chunk(Batch))
                await MoveAsync(admin, Reminder, from, to, batch);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static async Task MoveAsync(ApiClient admin, string definitionId, int from, int to, string[] ids)
    {
        var body = new JsonObject { ["from"] = from, ["to"] = to, ["reason"] = "断电试验", ["instances"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
        var answer = (await admin.PostAsync($"/api/definitions/{definitionId}/migrations", body)).Expect(200).Json;
        Read.Items(answer["results"]).Select(result => Read.Text(result["state"])).ShouldAllBe(state => state == "moved" || state == "already");
    }

    private static async Task<IReadOnlyList<JsonNode>> RowsAsync(Site site) =>
        await (await site.AsAsync("a.process")).ListAsync($"/api/instances?definitionId={Reminder}");

    private static async Task<IReadOnlyList<int>> VersionsAsync(Site site) => [.. (await RowsAsync(site)).Select(row => row["version"]!.GetValue<int>())];

    private async Task ImportAsync(params (string Name, byte[] Content)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_directory, "import", "xx-water")).FullName;
        foreach (var (name, content) in files)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        var (code, said) = await HostCommand.RunAsync(_directory, ["import", .. files.Select(file => Path.Combine(folder, file.Name)), Clock]);
        code.ShouldBe(0, said);
    }

    private static (string, byte[]) ReminderFlow(bool changed)
    {
        var flow = new PlainFlow(Reminder);
        if (changed)
            flow = flow.Add("before", "Elsa.WriteLine", ("text", "String", "before"));
        flow = flow.Add("delay", "Elsa.Delay", ("timeSpan", "TimeSpan", changed ? "09:00:00" : "02:00:00"));
        return ("reminder.json", flow.Add("after", "Elsa.WriteLine", ("text", "String", "after")).Build());
    }

    private static (string, byte[]) MeterDataWithAnotherLabel()
    {
        var definition = JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", "xx-water", "meter-data.json")))!;
        definition["root"]!["activities"]!.AsArray().Single(activity => Read.Text(activity!["id"]) == "close")!["metadata"]!["displayText"] = "办结归档";
        return ("meter-data.json", Encoding.UTF8.GetBytes(definition.ToJsonString()));
    }
}
