using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Descriptors;

[Collection(StudioCollection.Name)]
public sealed class InputOptionTests(StudioProduct product)
{
    [Fact]
    public async Task Checklist_KeepsWhatTheNodeHas()
    {
        var options = await OptionsAsync("Candidates", new JsonObject { ["candidates"] = List("[\"role:hotline\",\"role:gone\"]") });
        options.ShouldContain("role:gone");
        options.Count(value => value == "role:hotline").ShouldBe(1);
        (await OptionsAsync("Candidates", [])).ShouldNotContain("role:gone");
    }

    [Fact]
    public async Task Capture_OffersTheCodesOfTheChosenForm()
    {
        var fields = await OptionsAsync("Capture", new JsonObject { ["form"] = Literal("re-route") });
        fields.ShouldBe(["department"], ignoreOrder: true);
        fields.ShouldNotContain("comment");
        (await OptionsAsync("Capture", [])).Count.ShouldBeGreaterThan(fields.Count);
    }

    [Fact]
    public async Task Unknown_IsNotFound_AndWithoutAListAsDescribed()
    {
        var client = await product.AsAsync("a.process");
        (await client.PostAsync(Elsa.Base + "/descriptors/activities/Bpm.HumanTask/options/Nothing")).ExpectProblem(404, "INPUT-UNKNOWN");
        Elsa.Names((await client.AskAsync("/descriptors/activities/Bpm.StartClock/options/From", new JsonObject { ["context"] = new JsonObject() }))["items"]).ShouldBe(["dropdown"]);
    }

    private async Task<IReadOnlyList<string>> OptionsAsync(string property, JsonObject node)
    {
        var answer = await (await product.AsAsync("a.process")).AskAsync($"/descriptors/activities/Bpm.HumanTask/options/{property}", new JsonObject { ["context"] = node });
        answer["items"]!["Refresh"]!.GetValue<bool>().ShouldBeTrue();
        return [.. Read.Items(answer["items"]!["checklist"]!["checkList"]!["items"]).Select(item => Read.Text(item["value"]))];
    }

    private static JsonObject Literal(string value) => new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static JsonObject List(string json) => new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = json } };
}
