using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

[Collection(StudioCollection.Name)]
public sealed class SubgraphTests(StudioProduct product)
{
    private const string Version = "xx-water-water-quality-v1";

    [Fact]
    public async Task WorkflowAsActivity_ComesWithItsDrawing_ByTheEnginesPaths()
    {
        var client = await product.AsAsync("a.manager");
        var node = await client.ReadAsync($"/workflow-definitions/subgraph/{Version}?parentNodeId=Workflow1:flow:call-department");
        Elsa.Names(node).ShouldBe(["activity", "nodeId", "port", "parents", "children"]);
        Read.Text(node["nodeId"]).ShouldBe("Workflow1:flow:call-department");
        var root = node["activity"]!["root"]!;
        Read.Text(root["type"]).ShouldBe("Elsa.Flowchart");
        Read.Text(root["nodeId"]).ShouldBe("Workflow1:flow:call-department:flow");
        Read.Items(root["activities"]).ShouldAllBe(activity => Read.Text(activity["nodeId"]).StartsWith("Workflow1:flow:call-department:flow:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Segments_LeadThroughTheWorkflowUsedAsActivity()
    {
        var client = await product.AsAsync("a.manager");
        var child = Read.Items((await client.ReadAsync($"/workflow-definitions/subgraph/{Version}?parentNodeId=Workflow1:flow:call-department"))["activity"]!["root"]!["activities"])[0];
        var path = Read.Text(child["nodeId"]);
        var way = await client.ReadAsync($"/workflow-definitions/subgraph/segments/{Version}?childNodeId={Uri.EscapeDataString(path)}");
        Elsa.Names(way).ShouldBe(["childNode", "container", "pathSegments"]);
        Read.Text(way["childNode"]!["nodeId"]).ShouldBe(path);
        Read.Text(way["container"]!["nodeId"]).ShouldBe("Workflow1:flow:call-department:flow");
        var segment = Read.Items(way["pathSegments"]).ShouldHaveSingleItem();
        Elsa.Names(segment).ShouldBe(["activityNodeId", "activityId", "activityType", "portName"]);
        (Read.Text(segment["activityNodeId"]), Read.Text(segment["portName"])).ShouldBe(("Workflow1:flow:call-department", "Root"));
    }

    [Fact]
    public async Task Whole_AndWhatIsNotThere()
    {
        var client = await product.AsAsync("a.manager");
        Read.Text((await client.ReadAsync($"/workflow-definitions/subgraph/{Version}"))["activity"]!["root"]!["nodeId"]).ShouldBe("Workflow1:flow");
        (await client.GetAsync($"{Elsa.Base}/workflow-definitions/subgraph/{Version}?parentNodeId=Workflow1:nothing:deep")).ExpectProblem(404, "NODE-NOT-FOUND");
        (await client.GetAsync(Elsa.Base + "/workflow-definitions/subgraph/nothing")).ExpectProblem(404);
        (await (await product.AsAsync("b.process")).GetAsync($"{Elsa.Base}/workflow-definitions/subgraph/{Version}")).ExpectProblem(404);
        (await (await product.AsAsync("a.quality")).GetAsync($"{Elsa.Base}/workflow-definitions/subgraph/{Version}")).ExpectProblem(403);
    }
}
