using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

[Collection(StudioCollection.Name)]
public sealed class PortabilityTests(StudioProduct product)
{
    public static TheoryData<string, string> Shipped => Descriptors.ActivityDescriptorTests.Definitions;

    public static IEnumerable<TheoryDataRow<string>> ElsaCases => Files("elsa", "cases").Select(path => new TheoryDataRow<string>(path));

    public static IEnumerable<TheoryDataRow<string>> StudioBodies => Files("studio").Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Shipped_ExportedAndImported_IsTheSameByteForByte(string organisation, string file)
    {
        var client = await product.AsAsync(organisation == "xx-water" ? "a.process" : "b.process");
        var id = Read.Text(JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", organisation, file + ".json")))!["definitionId"]);
        var path = $"{Elsa.Base}/workflow-definitions/{id}/export?versionOptions=Published&includeConsumingWorkflows=False";
        var exported = (await client.GetAsync(path)).Expect(200);
        exported.Headers["Content-Disposition"].ShouldContain($"{file}.json");
        (await client.PostTextAsync(Elsa.Base + "/workflow-definitions/import", exported.Text)).Expect(200);
        (await client.GetAsync(path)).Expect(200).Text.ShouldBe(exported.Text);
    }

    [Fact]
    public async Task Exported_ImportedUnderANewId_SaysTheSame()
    {
        var client = await product.AsAsync("a.process");
        var exported = (await client.GetAsync(Elsa.Base + "/workflow-definitions/xx-water-water-quality/export?versionOptions=Published")).Expect(200).Text;
        var copy = exported.Replace("xx-water-water-quality-v1", "water-copy-v1", StringComparison.Ordinal).Replace("\"xx-water-water-quality\"", "\"water-copy\"", StringComparison.Ordinal);
        (await client.PostTextAsync(Elsa.Base + "/workflow-definitions/import", copy)).Expect(200);
        var again = (await client.GetAsync(Elsa.Base + "/workflow-definitions/water-copy/export?versionOptions=Latest")).Expect(200).Text;
        // A draft is not published; nothing else differs.
        again.ShouldBe(copy.Replace("\"isPublished\": true", "\"isPublished\": false", StringComparison.Ordinal));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(ElsaCases))]
    public async Task ElsasOwnDefinition_Imports(string path)
    {
        var client = await product.AsAsync("a.process");
        var imported = await Drawing.ImportAsync(client, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Read.Items(imported.Model["root"].ShouldNotBeNull()["connections"]).ShouldAllBe(connection => connection["source"] is JsonObject);
        (await imported.SaveAsync()).Expect(200);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(StudioBodies))]
    public async Task BodyThatStudioSent_IsTaken(string path)
    {
        var client = await product.AsAsync("a.process");
        var body = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var answer = (await client.PostTextAsync(Elsa.Base + "/workflow-definitions", body)).Expect(200).Json["workflowDefinition"]!;
        var sent = JsonNode.Parse(body)!["model"]!;
        Read.Text(answer["name"]).ShouldBe(Read.Text(sent["name"]));
        answer["root"]!["activities"]!.AsArray().Count.ShouldBe(sent["root"]!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task SavedByStudio_Runs()
    {
        var client = await product.AsAsync("a.process");
        var drawing = await Drawing.ImportAsync(client, new PlainFlow("studio-made").Build());
        // A dropped node has no defaults, and Studio gives the wrappers that it makes no type name.
        drawing.Model["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            """
            { "id": "1f2e3d4c5b6a7988", "nodeId": "Workflow1:main:1f2e3d4c5b6a7988", "name": "WriteLine1", "type": "Elsa.WriteLine", "version": 1,
              "metadata": { "designer": { "position": { "x": 0, "y": 0 }, "size": { "width": 0, "height": 0 } } },
              "text": { "typeName": null, "expression": { "type": "JavaScript", "value": "'你好' + 1" }, "memoryReference": null } }
            """));
        (await drawing.SaveAsync(publish: true)).Expect(200);
        var started = (await client.PostAsync("/api/workflows/studio-made/start")).Expect(201).Json;
        Read.Text(started["subStatus"]).ShouldBe("finished");
    }

    [Fact]
    public async Task UnknownPropertyAtTheTop_StudioDrops_StaysWhatItWas()
    {
        var client = await product.AsAsync("a.process");
        var file = JsonNode.Parse(new PlainFlow("keeps-unknown").Build())!.AsObject();
        file["ourOwn"] = "留着";
        var drawing = await Drawing.ImportAsync(client, Encoding.UTF8.GetBytes(file.ToJsonString()));
        drawing.Model.Remove("ourOwn");
        drawing.Model["description"] = "改了";
        (await drawing.SaveAsync()).Expect(200);
        Read.Text(drawing.Model["ourOwn"]).ShouldBe("留着");
    }

    private static IEnumerable<string> Files(params string[] folder)
    {
        var path = Path.Combine([Repository.Root, "..", "shared", .. folder]);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order() : [];
    }
}
