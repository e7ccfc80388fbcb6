using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Descriptors;

[Collection(StudioCollection.Name)]
public sealed class DesignerListTests(StudioProduct product)
{

    [Theory]
    [InlineData("/descriptors/expression-descriptors", true, "type,displayName,isSerializable,isBrowsable,properties")]
    [InlineData("/descriptors/workflow-activation-strategies", true, "typeName,displayName,description")]
    [InlineData("/descriptors/incident-strategies", true, "typeName,displayName,description")]
    [InlineData("/descriptors/log-persistence-strategies", true, "typeName,displayName,description")]
    [InlineData("/descriptors/commit-strategies/workflows", true, "name,displayName,description")]
    [InlineData("/descriptors/commit-strategies/activities", true, null)]
    [InlineData("/features/installed", true, "name,namespace,fullName,displayName,description")]
    [InlineData("/resilience/strategies?category=x", true, null)]
    [InlineData("/descriptors/variables", false, "typeName,displayName,category,description")]
    [InlineData("/descriptors/storage-drivers", false, "typeName,displayName,priority,deprecated")]
    [InlineData("/descriptors/output-converters?sourceType=String&destinationType=Int32", false, null)]
    public async Task List_HasTheShapeThatTheDesignerReads(string path, bool counted, string? item)
    {
        var answer = await (await product.AsAsync("a.manager")).ReadAsync(path);
        Elsa.Names(answer).ShouldBe(counted ? ["items", "count"] : ["items"]);
        var items = Read.Items(answer["items"]);
        if (counted)
            answer["count"]!.GetValue<int>().ShouldBe(items.Count);
        foreach (var found in items)
            Elsa.Names(found).ShouldBe(item!.Split(','));
        (items.Count > 0 || item is null || path == "/features/installed").ShouldBeTrue();
        (await (await product.AsAsync("a.quality")).GetAsync(Elsa.Base + path)).ExpectProblem(403);
    }

    [Fact]
    public async Task EverythingOffered_IsRunByTheEngine()
    {
        var client = await product.AsAsync("a.process");
        foreach (var (option, path, property) in (( string, string, string )[])
            [
                ("activationStrategyType", "/descriptors/workflow-activation-strategies", "typeName"),
                ("incidentStrategyType", "/descriptors/incident-strategies", "typeName"),
                ("commitStrategyName", "/descriptors/commit-strategies/workflows", "name"),
            ])
        {
            foreach (var choice in await ValuesAsync(client, path, property))
                await product.PublishAsync(Flow(flow => flow["options"]![option] = choice));
        }

        foreach (var driver in await ValuesAsync(client, "/descriptors/storage-drivers", "typeName"))
            await product.PublishAsync(Flow(flow => flow["variables"] = Variable("String", driver)));
        foreach (var type in await ValuesAsync(client, "/descriptors/variables", "typeName"))
            await product.PublishAsync(Flow(flow => flow["variables"] = Variable(type, null)));
        foreach (var mode in await ValuesAsync(client, "/descriptors/log-persistence-strategies", "typeName"))
            await product.PublishAsync(Flow(flow => flow["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["default"] = new JsonObject { ["strategyType"] = mode } } }));
        var expressions = new Dictionary<string, string>
        {
            ["Literal"] = "x", ["Object"] = "[1]", ["Json"] = "{}", ["JavaScript"] = "1 + 1", ["Variable"] = """{"id":"v","name":"v"}""", ["Input"] = """{"name":"i"}""",
        };
        foreach (var type in await ValuesAsync(client, "/descriptors/expression-descriptors", "type"))
        {
            await product.PublishAsync(Flow(flow =>
            {
                flow["variables"] = Variable("Object", null);
                flow["inputs"] = new JsonArray(new JsonObject { ["name"] = "i", ["type"] = "String" });
                flow["root"]!["activities"]![0]!["text"] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = expressions[type] } };
            }));
        }
    }

    [Fact]
    public async Task ScriptDeclarations_TellTheDefinitionsOwnNames()
    {
        await product.PublishAsync(Flow(flow =>
        {
            flow["variables"] = Variable("Int32", null);
            flow["inputs"] = new JsonArray(new JsonObject { ["name"] = "UnitCode", ["type"] = "String" });
        }));
        var body = new JsonObject { ["workflowDefinitionId"] = "test-lists", ["activityTypeName"] = "Elsa.WriteLine", ["propertyName"] = "Text" };
        var text = (await (await product.AsAsync("a.process")).PostAsync(Elsa.Base + "/scripting/javascript/type-definitions/test-lists", body)).Expect(200).Text;
        text.ShouldContain("declare function getCase(): BpmCase;");
        text.ShouldContain("declare function getV(): number;");
        text.ShouldContain("declare function setV(value: number): void;");
        text.ShouldContain("declare function getUnitCode(): string;");
        var other = (await (await product.AsAsync("b.process")).PostAsync(Elsa.Base + "/scripting/javascript/type-definitions/test-lists", body.DeepClone())).Expect(200).Text;
        other.ShouldContain("getVariable");
        other.ShouldNotContain("getUnitCode");
    }

    [Fact]
    public async Task ScriptDeclarations_NameOnlyWhatScriptsCanCall()
    {
        var text = (await (await product.AsAsync("a.process")).PostAsync(Elsa.Base + "/scripting/javascript/type-definitions/none")).Expect(200).Text;
        var names = System.Text.RegularExpressions.Regex.Matches(text, @"declare function (\w+)\(").Select(match => match.Groups[1].Value).Except(["setOutcome", "setOutcomes"]).ToList();
        names.Count.ShouldBeGreaterThan(25);
        await product.PublishAsync(Flow(flow => flow["root"]!["activities"]![0]!["text"] = new JsonObject
        {
            ["typeName"] = null,
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "[" + string.Join(',', names) + "].length" },
        }));
    }

    private static byte[] Flow(Action<JsonNode> change)
    {
        var flow = JsonNode.Parse(new PlainFlow("test-lists").Add("line", "Elsa.WriteLine", ("text", "String", "x")).Add("end", "Elsa.Finish").Build())!;
        change(flow);
        return System.Text.Encoding.UTF8.GetBytes(flow.ToJsonString());
    }

    private static JsonArray Variable(string type, string? driver) =>
        [new JsonObject { ["id"] = "v", ["name"] = "v", ["typeName"] = type, ["isArray"] = false, ["value"] = null, ["storageDriverTypeName"] = driver }];

    private static async Task<IReadOnlyList<string>> ValuesAsync(ApiClient client, string path, string property) =>
        [.. Read.Items((await client.ReadAsync(path))["items"]).Select(item => Read.Text(item[property]))];
}
