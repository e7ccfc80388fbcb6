using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

[Collection(StudioCollection.Name)]
public sealed class DefinitionPermissionTests(StudioProduct product)
{
    private const string Process = "/workflow-definitions/xx-water-billing";

    public static TheoryData<string, string> Writes => new()
    {
        { "POST", "/workflow-definitions" },
        { "POST", Process + "/publish" },
        { "POST", Process + "/retract" },
        { "POST", Process + "/revert/1" },
        { "DELETE", Process },
        { "DELETE", "/workflow-definition-versions/xx-water-billing-v1" },
        { "POST", "/workflow-definitions/import" },
        { "POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids" },
        { "POST", "/bulk-actions/retract/workflow-definitions/by-definition-ids" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-definition-id" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-id" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_ByWhoMayOnlyLook_IsForbidden(string method, string path)
    {
        var definition = (await (await product.AsAsync("a.process")).ReadAsync("/workflow-definitions/by-definition-id/xx-water-billing")).AsObject();
        var body = path.EndsWith("/import", StringComparison.Ordinal)
            ? definition
            : new JsonObject
            {
                ["model"] = definition, ["definitionIds"] = new JsonArray("xx-water-billing"), ["ids"] = new JsonArray("xx-water-billing-v1"),
            };
        foreach (var user in (string[])["a.manager", "a.hotline", "a.admin"])
        {
            using var content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            (await (await product.AsAsync(user)).SendAsync(new HttpMethod(method), Elsa.Base + path, content, null)).Expect(403);
        }

        using var nobody = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        (await product.Site.Nobody.SendAsync(new HttpMethod(method), Elsa.Base + path, nobody, null)).Expect(401);
    }

    [Fact]
    public async Task Read_ByWhoMayLook_HasNoLinkToPublish()
    {
        var manager = await product.AsAsync("a.manager");
        Rels(await manager.ReadAsync("/workflow-definitions/by-definition-id/xx-water-billing")).ShouldBe(["self"]);
        var list = await manager.ReadAsync("/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10");
        Rels(list).ShouldBe(["self"]);
        Read.Items(list["items"]).ShouldAllBe(row => Rels(row).Count == 1);
        Rels(await (await product.AsAsync("a.process")).ReadAsync("/workflow-definitions/by-definition-id/xx-water-billing")).ShouldContain("publish");
    }

    [Theory]
    [InlineData("/workflow-definitions?versionOptions=Latest")]
    [InlineData("/workflow-definitions/by-definition-id/xx-water-billing")]
    [InlineData("/workflow-definitions/by-id/xx-water-billing-v1")]
    [InlineData(Process + "/export")]
    [InlineData(Process + "/consumers")]
    public async Task Read_ByWhoHasNoBusinessThere_IsForbidden(string path) =>
        (await (await product.AsAsync("a.quality")).GetAsync(Elsa.Base + path)).Expect(403);

    [Fact]
    public async Task OtherOrganisation_IsNotThere()
    {
        var other = await product.AsAsync("b.process");
        (await other.GetAsync(Elsa.Base + "/workflow-definitions/by-definition-id/xx-water-billing")).Expect(404);
        (await other.GetAsync(Elsa.Base + "/workflow-definitions/by-id/xx-water-billing-v1")).Expect(404);
        (await other.GetAsync(Elsa.Base + Process + "/export")).Expect(404);
        (await other.PostAsync(Elsa.Base + Process + "/publish")).ExpectProblem(400, "DEFINITION-NOT-FOUND");
        Read.Items((await other.ReadAsync("/workflow-definitions?versionOptions=AllVersions&DefinitionIds=xx-water-billing"))["items"]).ShouldBeEmpty();
        var taken = (await (await product.AsAsync("a.process")).ReadAsync("/workflow-definitions/by-definition-id/xx-water-billing")).AsObject();
        (await other.PostAsync(Elsa.Base + "/workflow-definitions/import", taken)).ExpectProblem(400, "IMPORT-FILE-REFUSED");
    }

    private static List<string> Rels(JsonNode item) => [.. Read.Items(item["links"]).Select(link => Read.Text(link["rel"]))];
}
