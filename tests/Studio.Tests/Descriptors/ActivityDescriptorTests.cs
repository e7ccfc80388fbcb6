using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Descriptors;

[Collection(StudioCollection.Name)]
public sealed class ActivityDescriptorTests(StudioProduct product)
{
    private static readonly string[] NodeProperties =
    [
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "start", "variables",
        "workflowDefinitionId", "workflowDefinitionVersionId", "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    ];

    public static TheoryData<string, string> Definitions => new(Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "workflow-definitions"), "*.json", SearchOption.AllDirectories)
        .Where(path => File.ReadAllText(path).Contains("\"root\"", StringComparison.Ordinal))
        .Select(path => (Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path))));

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Shipped_EveryNode_HasADescriptorWithItsInputs(string organisation, string file)
    {
        var client = await product.AsAsync(organisation == "xx-water" ? "a.process" : "b.process");
        var descriptors = await DescriptorsAsync(client);
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflow-definitions", organisation, file + ".json")))!;
        var nodes = Nodes(definition["root"]!).ToList();
        nodes.ShouldNotBeEmpty();
        foreach (var node in nodes)
        {
            var type = Read.Text(node["type"]);
            var descriptor = descriptors.GetValueOrDefault((type, node["version"]!.GetValue<int>())).ShouldNotBeNull(type);
            Read.Text(descriptor["displayName"]).ShouldNotContain("未知");
            var known = Read.Items(descriptor["inputs"]).Concat(Read.Items(descriptor["outputs"])).Concat(Read.Items(descriptor["ports"]))
                .Select(item => Read.Text(item["name"])).Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToList();
            foreach (var property in Elsa.Names(node).Except(NodeProperties))
                known.ShouldContain(property, $"{type} in {file}");
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Shipped_EveryChosenValue_IsAmongTheOptions(string organisation, string file)
    {
        var client = await product.AsAsync(organisation == "xx-water" ? "a.process" : "b.process");
        var descriptors = await DescriptorsAsync(client);
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflow-definitions", organisation, file + ".json")))!;
        foreach (var node in Nodes(definition["root"]!))
        {
            foreach (var input in Read.Items(descriptors[(Read.Text(node["type"]), node["version"]!.GetValue<int>())]["inputs"]))
            {
                var name = Read.Text(input["name"]);
                var expression = node[char.ToLowerInvariant(name[0]) + name[1..]]?["expression"];
                if (Options(input) is not { } options || expression is null || Read.Text(expression["type"]) is not ("Literal" or "Object"))
                    continue;
                var value = Read.Text(expression["value"]);
                foreach (var chosen in value.StartsWith('[') ? Read.Texts(JsonNode.Parse(value)) : [value])
                    options.ShouldContain(chosen, $"{node["type"]}.{name} in {file}");
            }
        }
    }

    [Fact]
    public async Task Descriptors_HaveTheShapeThatTheDesignerReads()
    {
        var answer = await (await product.AsAsync("a.process")).ReadAsync("/descriptors/activities?Refresh=True");
        Elsa.Names(answer).ShouldBe(["items", "count"]);
        var task = Read.Items(answer["items"]).Single(item => Read.Text(item["typeName"]) == "Bpm.HumanTask");
        Elsa.Names(task).ShouldBe(
        [
            "typeName", "namespace", "name", "version", "category", "displayName", "description", "inputs", "outputs", "kind", "ports",
            "customProperties", "constructionProperties", "isContainer", "isBrowsable", "isStart", "isTerminal",
        ]);
        (Read.Text(task["namespace"]), Read.Text(task["name"]), Read.Text(task["kind"])).ShouldBe(("Bpm", "HumanTask", "Action"));
        Elsa.Names(Read.Items(task["inputs"])[0]).ShouldBe(
        [
            "name", "typeName", "displayName", "description", "order", "isBrowsable", "isSynthetic", "isWrapped", "uiHint", "category", "defaultValue",
            "defaultSyntax", "isReadOnly", "isSensitive", "storageDriverType", "uiSpecifications",
        ]);
        Read.Items(answer["items"]).Select(item => Read.Text(item["typeName"])).ShouldContain("Elsa.Flowchart");
    }

    [Fact]
    public async Task Editors_AreThoseOfTheirValues()
    {
        var descriptors = await DescriptorsAsync(await product.AsAsync("a.process"));
        var task = Inputs(descriptors[("Bpm.HumanTask", 1)]);
        Read.Text(task["Candidates"]["uiHint"]).ShouldBe("checklist");
        foreach (var token in (string[])["role:hotline", "dept:quality", "head:network", "user:a.meter"])
            Options(task["Candidates"])!.ShouldContain(token);
        Options(task["Exclude"])!.ShouldContain("doer:consultation-reply");
        Read.Text(task["Form"]["uiHint"]).ShouldBe("dropdown");
        Read.Text(task["Outcomes"]["uiHint"]).ShouldBe("dynamic-outcomes");
        var start = Inputs(descriptors[("Bpm.StartClock", 1)]);
        Read.Items(start["Rule"]["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]).Select(item => Read.Text(item["text"])).ShouldContain(text => text.StartsWith("A-4.5", StringComparison.Ordinal));
        Options(start["Department"])!.ShouldContain("");
        Options(Inputs(descriptors[("Bpm.Push", 1)])["Department"])!.ShouldNotContain("");
        var wait = descriptors[("Bpm.WaitForClock", 1)];
        Read.Items(wait["ports"]).Select(port => Read.Text(port["name"])).ShouldBe(["Warned", "Breached", "Stopped"]);
        Read.Text(Inputs(wait)["Events"]["defaultValue"]).ShouldBe("""["Warned","Breached","Stopped"]""");
        Inputs(descriptors[("Elsa.RunJavaScript", 1)])["Script"]["uiSpecifications"]!["code-editor"]!["editorHeight"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task EveryText_IsChinese()
    {
        foreach (var descriptor in (await DescriptorsAsync(await product.AsAsync("a.process"))).Values.Where(d => d["isBrowsable"]!.GetValue<bool>()))
        {
            Chinese(descriptor["displayName"]).ShouldBeTrue(Read.Text(descriptor["typeName"]));
            foreach (var input in Read.Items(descriptor["inputs"]))
                (Chinese(input["displayName"]) || Read.Text(input["displayName"]).StartsWith("Cron", StringComparison.Ordinal)).ShouldBeTrue(input.ToJsonString());
        }
    }

    [Fact]
    public async Task WorkflowAsActivity_IsOfferedByItsPublishedVersionOnly_AndOldOnesStayDrawn()
    {
        await product.PublishAsync(Part("one", "输入一"));
        await product.PublishAsync(Part("two", "输入二"));
        var descriptors = await DescriptorsAsync(await product.AsAsync("a.process"));
        var (old, now) = (descriptors[("描述测试", 1)], descriptors[("描述测试", 2)]);
        (old["isBrowsable"]!.GetValue<bool>(), now["isBrowsable"]!.GetValue<bool>()).ShouldBe((false, true));
        Read.Items(old["inputs"]).Select(input => Read.Text(input["name"])).ShouldBe(["one"]);
        Read.Items(now["inputs"]).Select(input => Read.Text(input["displayName"])).ShouldBe(["输入二"]);
        Read.Items(now["ports"]).Where(port => Read.Text(port["type"]) == "Flow").Select(port => Read.Text(port["name"])).ShouldBe(["Sent", "Done"]);
        Read.Text(now["customProperties"]!["WorkflowDefinitionVersionId"]).ShouldBe("test-described-v2");
        Read.Text(now["constructionProperties"]!["workflowDefinitionVersionId"]).ShouldBe("test-described-v2");
        Read.Text(old["constructionProperties"]!["latestAvailablePublishedVersionId"]).ShouldBe("test-described-v2");
        (await DescriptorsAsync(await product.AsAsync("b.process"))).ShouldNotContainKey(("描述测试", 2));
    }

    [Fact]
    public async Task Unchanged_IsAnsweredWith304_AndAChangeWithANewSet()
    {
        var client = await product.AsAsync("b.process");
        var first = (await client.GetAsync(Elsa.Base + "/descriptors/activities")).Expect(200);
        var second = (await client.GetAsync(Elsa.Base + "/descriptors/activities")).Expect(200);
        second.Headers["ETag"].ShouldBe(first.Headers["ETag"]);
        (await client.GetIfChangedAsync(Elsa.Base + "/descriptors/activities", first.Headers["ETag"])).Expect(304);
    }

    [Fact]
    public async Task Reading_IsForThoseWhoMayViewProcesses()
    {
        (await (await product.AsAsync("a.manager")).GetAsync(Elsa.Base + "/descriptors/activities")).Expect(200);
        (await (await product.AsAsync("a.quality")).GetAsync(Elsa.Base + "/descriptors/activities")).ExpectProblem(403);
        (await product.Site.Nobody.GetAsync(Elsa.Base + "/descriptors/activities")).ExpectProblem(401);
    }

    private static byte[] Part(string input, string label)
    {
        var flow = JsonNode.Parse(new PlainFlow("test-described").Add("end", "Elsa.Finish").Build())!;
        flow["name"] = "描述测试";
        flow["options"]!["usableAsActivity"] = true;
        flow["inputs"] = new JsonArray(new JsonObject { ["name"] = input, ["type"] = "String", ["displayName"] = label });
        flow["outcomes"] = new JsonArray("Sent");
        return System.Text.Encoding.UTF8.GetBytes(flow.ToJsonString());
    }

    private static async Task<Dictionary<(string, int), JsonNode>> DescriptorsAsync(ApiClient client) =>
        Read.Items((await client.ReadAsync("/descriptors/activities"))["items"]).ToDictionary(item => (Read.Text(item["typeName"]), item["version"]!.GetValue<int>()));

    private static Dictionary<string, JsonNode> Inputs(JsonNode descriptor) => Read.Items(descriptor["inputs"]).ToDictionary(input => Read.Text(input["name"]));

    private static bool Chinese(JsonNode? text) => Read.Text(text).Any(c => c is >= '一' and <= '龥');

    private static IReadOnlyList<string>? Options(JsonNode input) =>
        (input["uiSpecifications"]!["dropdown"]?["selectList"] ?? input["uiSpecifications"]!["checklist"]?["checkList"]) is { } list
            ? [.. Read.Items(list["items"]).Select(item => Read.Text(item["value"]))]
            : null;

    private static IEnumerable<JsonNode> Nodes(JsonNode json) => json switch
    {
        JsonObject map => (map["type"] is JsonValue && map["id"] is JsonValue ? [map] : Enumerable.Empty<JsonNode>())
            .Concat(map.Where(property => property.Key is not ("expression" or "metadata") && property.Value is not null).SelectMany(property => Nodes(property.Value!))),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Nodes(item!)),
        _ => [],
    };
}
