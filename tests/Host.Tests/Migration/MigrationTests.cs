using System.Text.Json.Nodes;
using Bpm.Host.Tests.Definitions;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Migration;

/// <summary>Running cases of a shipped process go on with a version that somebody changed.</summary>
public sealed class MigrationTests(MigrationTests.Product product) : IClassFixture<MigrationTests.Product>
{
    private const string Process = MigrationProduct.MeterData;

    [Fact]
    public async Task Migrate_RunningCase_WalksTheNewVersionToItsEndAndRepeatsNothing()
    {
        var (from, to) = (product.First, product.Second);
        var running = await product.StartOldAsync();
        var before = running.Case;

        var plan = (await product.AskAsync("a.process", Process, "/plan", new() { ["from"] = from, ["to"] = to })).Expect(200).Json;
        Read.Items(plan["unmapped"]).ShouldBeEmpty();
        Read.Items(plan["instances"]).Select(row => Read.Text(row["number"])).ShouldContain(running.Number);

        var order = MigrationProduct.Order(from, to, before);
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Process, "/dry-run", order))["state"]).ShouldBe("movable");
        MigrationProduct.VersionOf(await product.CaseAsync(before)).ShouldBe(from);

        var moved = await product.AskAsync("a.process", Process, "", order);
        Read.Text(MigrationProduct.Result(moved)["state"]).ShouldBe("moved");
        var after = await product.CaseAsync(before);
        MigrationProduct.VersionOf(after).ShouldBe(to);
        Facts(after, "tasks", "id", "step", "title", "state", "assignee", "dueAt", "candidates").ShouldBe(Facts(before, "tasks", "id", "step", "title", "state", "assignee", "dueAt", "candidates"));
        Facts(after, "clocks", "id", "rule", "startedAt", "dueAt", "state").ShouldBe(Facts(before, "clocks", "id", "rule", "startedAt", "dueAt", "state"));
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Process, "", order))["state"]).ShouldBe("already");
        Read.Text(Read.Items(after["timeline"]).Last(e => Read.Text(e["action"]) == "instance.migrated")["actor"]).ShouldBe("a.process");

        var done = await product.GoOnAsync(running, Plan.First);
        done.Trail.ShouldBe(["department-handling:Answered", $"{MeterDataWithSecondLook.NewStep}:Confirmed", "reply-customer:Replied"]);
        done.ShouldBeClosed();
        foreach (var step in (string[])["first-reply", "department-handling"])
            Read.Tasks(done.Case, step).Count.ShouldBe(Read.Tasks(before, step).Count, step);
    }

    [Fact]
    public async Task Migrate_PlainInstance_KeepsItsTimerAndSaysSoInTheJournal()
    {
        const string Plain = "plain-reminder";
        static PlainFlow Flow() => new PlainFlow(Plain).Add("delay", "Elsa.Delay", ("timeSpan", "TimeSpan", "02:00:00"));
        var from = await product.PublishAsync("xx-water", Flow().Build());
        var admin = await product.AsAsync("a.process");
        var started = (await admin.PostAsync($"/api/workflows/{Plain}/start", new JsonObject())).Expect(201).Json;
        var id = Read.Text(started["id"]);
        var to = await product.PublishAsync("xx-water", Flow().WaitFor("plain-released").Build());

        var order = new JsonObject { ["from"] = from, ["to"] = to, ["reason"] = "加一步", ["instances"] = new JsonArray(id) };
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Plain, "", order))["state"]).ShouldBe("moved");
        var moved = (await admin.GetAsync($"/api/instances/{id}")).Expect(200).Json;
        moved["version"]!.GetValue<int>().ShouldBe(to);
        var due = Read.Moment(Read.Items(started["bookmarks"]).ShouldHaveSingleItem()["dueAt"]);
        Read.Moment(Read.Items(moved["bookmarks"]).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due);
        Read.Items((await admin.GetAsync($"/api/instances?definitionId={Plain}")).Expect(200).Json["items"]).ShouldHaveSingleItem()["version"]!.GetValue<int>().ShouldBe(to);
        var journal = (await admin.GetAsync($"/api/instances/{id}/journal")).Expect(200).Text;
        journal.ShouldContain($"{Plain}-v{from} → {Plain}-v{to}, a.process");

        await product.Site.AdvanceToAsync(due);
        (await admin.PostAsync("/api/events/plain-released", new JsonObject())).Expect(202);
        await Until.TrueAsync(
            async () => Read.Text((await admin.GetAsync($"/api/instances/{id}")).Expect(200).Json["status"]) == "finished", TimeSpan.FromSeconds(20), "It waits for ever.");
    }

    [Fact]
    public async Task Migrate_BackByTheAnswersUndo_GoesOnAsIfNothingHadBeen()
    {
        var running = await product.StartOldAsync();
        var moved = (await product.AskAsync("a.process", Process, "", MigrationProduct.Order(product.First, product.Second, running.Case))).Expect(200).Json;
        var undo = moved["undo"]!.DeepClone().AsObject();
        undo["reason"] = "迁错了";
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Process, "", undo))["state"]).ShouldBe("moved");
        var done = await product.GoOnAsync(running, Plan.First);
        done.Trail.ShouldBe(["department-handling:Answered", "reply-customer:Replied"]);
        done.ShouldBeClosed();
        MigrationProduct.VersionOf(done.Case).ShouldBe(product.First);
    }

    [Fact]
    public async Task Migrate_AllOfAVersion_MovesEveryOpenCaseAndNoEndedOne()
    {
        var open = await product.StartOldAsync();
        var ended = await product.GoOnAsync(await product.StartOldAsync(), Plan.First);
        ended.ShouldBeClosed();
        var answer = (await product.AskAsync("a.process", Process, "", new() { ["from"] = product.First, ["to"] = product.Second, ["reason"] = "全部迁移" })).Expect(200).Json;
        var states = Read.Items(answer["results"]).ToDictionary(r => Read.Text(r["number"]), r => Read.Text(r["state"]));
        states[open.Number].ShouldBe("moved");
        states.ShouldNotContainKey(ended.Number);
        states.Values.ShouldAllBe(state => state == "moved");
        var one = MigrationProduct.Result(await product.AskAsync("a.process", Process, "", MigrationProduct.Order(product.First, product.Second, ended.Case)));
        Read.Text(one["state"]).ShouldBe("refused");
        Read.Text(Read.Items(one["problems"]).ShouldHaveSingleItem()["code"]).ShouldBe("InstanceEnded");

        // The cases that wait for the other tests go back to where they were.
        var back = answer["undo"]!.DeepClone().AsObject();
        back["reason"] = "归还";
        (await product.AskAsync("a.process", Process, "", back)).Expect(200);
    }

    [Fact]
    public async Task Migrate_TaskCompletedSinceTheDryRun_IsRefusedWithTheListUntilTheStepIsMapped()
    {
        var running = await product.StartOldAsync();
        var order = MigrationProduct.Order(product.First, product.Renamed, running.Case);
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Process, "/dry-run", order))["state"]).ShouldBe("movable");
        var further = await product.GoOnAsync(running, Plan.First, stopBefore: "reply-customer");
        var result = MigrationProduct.Result(await product.AskAsync("a.process", Process, "", order));
        Read.Text(result["state"]).ShouldBe("refused");
        Read.Items(result["problems"]).Select(p => $"{Read.Text(p["code"])} {Read.Text(p["fromPath"])}").ShouldContain("StepUnmapped Workflow1:flow:ending");
        MigrationProduct.VersionOf(await product.CaseAsync(running.Case)).ShouldBe(product.First);

        var plan = (await product.AskAsync("a.process", Process, "/plan", new() { ["from"] = product.First, ["to"] = product.Renamed })).Expect(200).Json;
        var unmapped = Read.Items(plan["unmapped"])[0];
        Read.Text(unmapped["path"]).ShouldBe("Workflow1:flow:ending");
        var option = Read.Text(Read.Items(unmapped["options"]).ShouldHaveSingleItem()["path"]);
        order["map"] = new JsonObject { [Read.Text(unmapped["path"])] = option };
        Read.Text(MigrationProduct.Result(await product.AskAsync("a.process", Process, "", order))["state"]).ShouldBe("moved");
        var done = await product.GoOnAsync(further, Plan.First);
        done.Trail.ShouldBe(["reply-customer:Replied"]);
        done.ShouldBeClosed();
    }

    private static IReadOnlyList<string> Facts(JsonNode @case, string list, params string[] fields) =>
        [.. Read.Items(@case[list]).Select(item => string.Join(' ', fields.Select(field => item[field]?.ToJsonString() ?? "-")))];

    public sealed class Product() : MigrationProduct("2026-02-13T10:00:00+08:00")
    {
        /// <summary>As shipped.</summary>
        public int First { get; private set; }

        /// <summary>With one more step.</summary>
        public int Second { get; private set; }

        /// <summary>The node of the ending has another id.</summary>
        public int Renamed { get; private set; }

        private readonly Queue<Walked> _waiting = new();

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            for (var i = 0; i < 6; i++) _waiting.Enqueue(await WalkAsync("C02", Plan.First, stopBefore: "department-handling"));
            First = VersionOf(_waiting.Peek().Case);
            Renamed = await PublishAsync("xx-water", "meter-data", definition => Rename(definition, "ending", "the-end"));
            Second = await PublishAsync("xx-water", MeterDataWithSecondLook.Build());
        }

        /// <summary>A case that waits for the department on the shipped version.</summary>
        public Task<Walked> StartOldAsync() => Task.FromResult(_waiting.Dequeue());

        private static void Rename(JsonNode definition, string id, string newId)
        {
            Activity(definition, id)["id"] = newId;
            foreach (var connection in definition["root"]!["connections"]!.AsArray())
                foreach (var end in (JsonNode[])[connection!["source"]!, connection["target"]!])
                    if (Read.Text(end["activity"]) == id) end["activity"] = newId;
        }
    }
}
