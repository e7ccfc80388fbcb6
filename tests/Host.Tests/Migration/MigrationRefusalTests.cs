using System.Text.Json.Nodes;
using Bpm.Host.Tests.Definitions;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Migration;

/// <summary>Who may not move instances, what cannot be asked for, and what is told of a case that the admin may not read.</summary>
public sealed class MigrationRefusalTests(MigrationRefusalTests.Product product) : IClassFixture<MigrationRefusalTests.Product>
{
    private const string Process = MigrationProduct.MeterData;

    [Theory]
    [InlineData("/plan"), InlineData("/dry-run"), InlineData("")]
    public async Task Ask_WithoutPermission_IsForbidden(string what)
    {
        foreach (var user in (string[])["a.supervisor", "a.admin", "a.hotline"])
            (await product.AskAsync(user, Process, what, new() { ["from"] = 1, ["to"] = 2, ["reason"] = "试试" })).ExpectProblem(403, "NOT-ALLOWED");
        (await product.Site.Nobody.PostAsync($"/api/definitions/{Process}/migrations{what}", new JsonObject())).Expect(401);
    }

    [Theory]
    [InlineData("/plan"), InlineData("/dry-run"), InlineData("")]
    public async Task Ask_OfAnotherOrganisation_IsNotFound(string what) =>
        (await product.AskAsync("b.process", Process, what, new() { ["from"] = 1, ["to"] = 2, ["reason"] = "试试" })).ExpectProblem(404, "DEFINITION-NOT-FOUND");

    [Fact]
    public async Task Migrate_InstanceOfAnotherOrganisation_IsRefusedAsUnknown()
    {
        var other = await product.Site.RegisterAsync("C12");
        var result = MigrationProduct.Result(await product.AskAsync("a.process", Process, "", MigrationProduct.Order(1, 2, other)));
        Read.Text(Read.Items(result["problems"]).ShouldHaveSingleItem()["code"]).ShouldBe("INSTANCE-NOT-FOUND");
        result["number"].ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"from\":1,\"to\":1,\"reason\":\"x\"}", "to"), InlineData("{\"from\":1,\"to\":2,\"instances\":[],\"reason\":\"x\"}", "instances")]
    [InlineData("{\"from\":1,\"to\":2}", "reason"), InlineData("{\"from\":1,\"to\":2,\"reason\":\"  \"}", "reason")]
    public async Task Migrate_IncompleteOrder_NamesTheField(string body, string field) =>
        (await product.AskAsync("a.process", Process, "", JsonNode.Parse(body)!.AsObject())).ExpectProblem(400, "REQUEST-INVALID", field);

    [Fact]
    public async Task Migrate_ToAVersionThatIsNotThere_IsRefused() =>
        (await product.AskAsync("a.process", Process, "", new() { ["from"] = 1, ["to"] = 99, ["reason"] = "试试" })).ExpectProblem(409, "MIGRATION-VERSION-NOT-FOUND");

    [Fact]
    public async Task Migrate_MapThatNamesNoStep_IsRefusedForEveryInstance()
    {
        var running = await product.WalkAsync("C02", Plan.First, stopBefore: "department-handling");
        var order = MigrationProduct.Order(2, 1, running.Case);
        order["map"] = new JsonObject { ["Workflow1:flow:nowhere"] = "Workflow1:flow:ending" };
        var result = MigrationProduct.Result(await product.AskAsync("a.process", Process, "", order));
        Read.Text(result["state"]).ShouldBe("refused");
        Read.Text(Read.Items(result["problems"]).ShouldHaveSingleItem()["code"]).ShouldBe("MapInvalid");
    }

    [Fact]
    public async Task Migrate_DisciplineCase_TellsTheAdminNothingOfHowFarItIs()
    {
        var walked = await product.WalkAsync("C13", Plan.First.Leaving("lessons").Filling("unit", "unit1"), stopBefore: "investigation");
        const string Discipline = "liaocheng-water-discipline";
        var to = await product.PublishAsync("liaocheng-water", "discipline", definition =>
        {
            foreach (var id in (string[])["investigation", "true", "untrue"])
                MigrationProduct.Activity(definition, id)["step"]!["expression"]!["value"] = "investigation-two";
        });
        var answer = await product.AskAsync("b.process", Discipline, "/dry-run", MigrationProduct.Order(1, to, walked.Case));
        var result = MigrationProduct.Result(answer);
        Read.Text(result["number"]).ShouldBe(walked.Number);
        Read.Text(result["state"]).ShouldBe("refused");
        Read.Text(Read.Items(result["problems"]).ShouldHaveSingleItem()["code"]).ShouldBe("StepDiffers");
        foreach (var secret in (string[])["investigation", "调查", "烟"]) answer.Text.ShouldNotContain(secret);
        MigrationProduct.VersionOf(await product.CaseAsync(walked.Case)).ShouldBe(1);
    }

    public sealed class Product() : MigrationProduct("2026-02-13T10:00:00+08:00")
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await PublishAsync("xx-water", MeterDataWithSecondLook.Build());
        }
    }
}
