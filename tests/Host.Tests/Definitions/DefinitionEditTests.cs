using System.Text;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Definitions;

/// <summary>Changing a process while its cases run.</summary>
public sealed class DefinitionEditTests(DefinitionEditTests.Product product) : IClassFixture<DefinitionEditTests.Product>
{
    [Fact]
    public async Task Import_OneMoreHumanStep_IsWalkedByTheNextCaseOnly()
    {
        var running = await product.WalkAsync("C02", Plan.First, stopBefore: "department-handling");
        var before = running.Case["workflow"]!["version"]!.GetValue<int>();
        var answer = await product.Host.ImportAsync("xx-water", MeterDataWithSecondLook.Build());
        answer.IsRefused.ShouldBeFalse(answer.IsRefused ? answer.Refusal.Message : "");
        answer.Value.Versions.ShouldHaveSingleItem().Number.ShouldBe(before + 1);

        var next = await product.WalkAsync("C02", Plan.First);
        next.ShouldHaveGone("department-handling:Answered", $"{MeterDataWithSecondLook.NewStep}:Confirmed", "reply-customer:Replied").ShouldBeClosed();
        next.Case["workflow"]!["version"]!.GetValue<int>().ShouldBe(before + 1);
        next.DoerOf(MeterDataWithSecondLook.NewStep).ShouldBe("a.manager");

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

    private static JsonNode Node(JsonNode definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Single(activity => activity!["id"]!.GetValue<string>() == id)!;

    private static JsonNode Read(string organisation, string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", organisation, name + ".json")))!;

    private static byte[] Bytes(JsonNode definition) => Encoding.UTF8.GetBytes(definition.ToJsonString());

    private static byte[] JsonText(string text) => Encoding.UTF8.GetBytes(text);

    public sealed class Product() : RunningProduct("2026-02-13T10:00:00+08:00");
}
