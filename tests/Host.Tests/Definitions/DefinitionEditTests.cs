using System.Text;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Definitions;

/// <summary>Changing a process while its cases run.</summary>
public sealed class DefinitionEditTests(DefinitionEditTests.Product product) : IClassFixture<DefinitionEditTests.Product>
{
    private const string NewStep = "second-look";

    [Fact]
    public async Task Import_OneMoreHumanStep_IsWalkedByTheNextCaseOnly()
    {
        var running = await product.WalkAsync("C02", Plan.First, stopBefore: "department-handling");
        var before = running.Case["workflow"]!["version"]!.GetValue<int>();
        var answer = await product.Host.ImportAsync("xx-water", WithSecondLook());
        answer.IsRefused.ShouldBeFalse(answer.IsRefused ? answer.Refusal.Message : "");
        answer.Value.Versions.ShouldHaveSingleItem().Number.ShouldBe(before + 1);

        var next = await product.WalkAsync("C02", Plan.First);
        next.ShouldHaveGone("department-handling:Answered", $"{NewStep}:Confirmed", "reply-customer:Replied").ShouldBeClosed();
        next.Case["workflow"]!["version"]!.GetValue<int>().ShouldBe(before + 1);
        next.DoerOf(NewStep).ShouldBe("a.manager");

        var old = await product.GoOnAsync(running, Plan.First);
        old.Trail.ShouldBe(["department-handling:Answered", "reply-customer:Replied"]);
        old.ShouldBeClosed();
        old.Case["workflow"]!["version"]!.GetValue<int>().ShouldBe(before);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task Import_NoDefinition_IsRefused(string file) =>
        (await product.Host.ImportAsync("xx-water", JsonText(file))).IsRefused.ShouldBeTrue();

    [Fact]
    public async Task Import_UnknownActivity_IsRefusedByNameAndChangesNothing()
    {
        var definition = Read("xx-water", "water-quality");
        Node(definition, "take-sample")["type"] = "Bpm.HumanTaks";
        var answer = await product.Host.ImportAsync("xx-water", Bytes(definition));
        answer.IsRefused.ShouldBeTrue();
        (answer.Refusal.Message + string.Join(' ', answer.Refusal.Errors.Values.SelectMany(texts => texts))).ShouldContain("Bpm.HumanTaks");
        (await product.Site.RegisterAsync("C01"))["workflow"]!["version"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Import_TheSameFile_MakesNoNewVersion()
    {
        var answer = await product.Host.ImportAsync("liaocheng-water", Bytes(Read("liaocheng-water", "product-quality")));
        answer.IsRefused.ShouldBeFalse();
        answer.Value.Versions.ShouldBeEmpty();
    }

    // Between the department's answer and what follows it, the customer-service manager looks once more.
    private static byte[] WithSecondLook()
    {
        var definition = Read("xx-water", "meter-data");
        var root = definition["root"]!;
        var step = Node(definition, "department-handling").DeepClone().AsObject();
        step["id"] = NewStep;
        step["nodeId"] = $"xx-water-meter-data:flow:{NewStep}";
        step["name"] = "SecondLook1";
        step["step"]!["expression"]!["value"] = NewStep;
        step["title"]!["expression"]!["value"] = "经理再看一遍";
        step["candidates"]!["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"role:manager\"]" };
        step["outcomes"]!["expression"]!["value"] = "[\"Confirmed\"]";
        step.Remove("form");
        step.Remove("rule");
        root["activities"]!.AsArray().Add(step);
        var connections = root["connections"]!.AsArray();
        var answered = connections.Single(connection => Text(connection, "source", "activity") == "department-handling" && Text(connection, "source", "port") == "Answered")!;
        var target = answered["target"]!.DeepClone();
        answered["target"]!["activity"] = NewStep;
        connections.Add((JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = NewStep, ["port"] = "Confirmed" }, ["target"] = target, ["vertices"] = new JsonArray(),
        });
        return Bytes(definition);
    }

    private static string? Text(JsonNode? node, string one, string two) => node?[one]?[two]?.GetValue<string>();

    private static JsonNode Node(JsonNode definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Single(activity => activity!["id"]!.GetValue<string>() == id)!;

    private static JsonNode Read(string organisation, string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", organisation, name + ".json")))!;

    private static byte[] Bytes(JsonNode definition) => Encoding.UTF8.GetBytes(definition.ToJsonString());

    private static byte[] JsonText(string text) => Encoding.UTF8.GetBytes(text);

    public sealed class Product() : RunningProduct("2026-02-13T10:00:00+08:00");
}
