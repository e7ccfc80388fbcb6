using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>批量转办 (F-036).</summary>
public sealed class TransferManyTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task TransferMany_BySupervisor_MovesEachAndNamesWhatStays()
    {
        var (_, held) = await product.TaskAsync("C01", "first-reply");
        await product.ClaimedAsync("a.hotline", held);
        var (_, open) = await product.TaskAsync("C01", "first-reply");
        var unknown = Guid.NewGuid().ToString();

        var results = Results((await (await product.AsAsync("a.supervisor")).PostAsync(Route, Body("a.hotline2", Id(held), Id(open), unknown))).Expect(200));

        results.ShouldBe([(Id(held), true, null), (Id(open), true, null), (unknown, false, "TASK-NOT-FOUND")]);
        var two = await product.AsAsync("a.hotline2");
        (await two.ListAsync("/api/tasks?scope=mine")).Select(row => Read.Text(row["id"])).Intersect([Id(held), Id(open)]).Count().ShouldBe(2);
    }

    [Fact]
    public async Task TransferMany_WithoutTheRight_MovesOwnTasksOnly()
    {
        var (_, own) = await product.TaskAsync("C01", "first-reply");
        var hotline = await product.ClaimedAsync("a.hotline", own);
        var (_, others) = await product.TaskAsync("C01", "first-reply");
        await product.ClaimedAsync("a.hotline2", others);

        Results((await hotline.PostAsync(Route, Body("a.supervisor", Id(own), Id(others)))).Expect(200))
            .ShouldBe([(Id(own), true, null), (Id(others), false, "TASK-NOT-HELD")]);
    }

    [Fact]
    public async Task TransferMany_ExcludedPerson_IsRefusedForThatTaskOnly()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var plan = Plan.First.With("unit-handling", "Returned").With("review", "Accepted", "Accepted", "Unfounded");
        await new CaseDriver(product.Site, registered, plan).WalkAsync(stopBefore: "unfounded-check");
        var number = Read.Text(registered["number"]);
        var dispatcher = await product.AsAsync("b.dispatcher");
        var check = TaskProduct.PathOf(Read.Tasks(await dispatcher.CaseAsync(number), "unfounded-check", "open")[0]);
        var (_, review) = await product.TaskAsync("C12", "review");

        Results((await (await product.AsAsync("b.manager")).PostAsync(Route, Body("b.manager", Id(check), Id(review)))).Expect(200))
            .ShouldBe([(Id(check), false, "TASK-PERSON-EXCLUDED"), (Id(review), true, null)]);
    }

    [Fact]
    public async Task TransferMany_WithoutReasonOrTasks_IsRefused()
    {
        var supervisor = await product.AsAsync("a.supervisor");
        (await supervisor.PostAsync(Route, new JsonObject { ["to"] = "a.hotline" })).ExpectProblem(400, null, "tasks", "reason");
        (await supervisor.PostAsync(Route, Body("a.hotline", [.. Enumerable.Range(0, 201).Select(_ => Guid.NewGuid().ToString())]))).ExpectProblem(400, null, "tasks");
    }

    private const string Route = "/api/tasks/transfer-many";

    private static string Id(string task) => task[(task.LastIndexOf('/') + 1)..];

    private static JsonObject Body(string to, params string[] tasks) => new()
    {
        ["tasks"] = new JsonArray([.. tasks.Select(task => JsonValue.Create(task))]), ["to"] = to, ["reason"] = "出差，请代办",
    };

    private static List<(string, bool, string?)> Results(Answer answer) =>
        [.. Read.Items(answer.Json["items"]).Select(item => (Read.Text(item["taskId"]), item["done"]!.GetValue<bool>(), item["code"]?.GetValue<string>()))];
}
