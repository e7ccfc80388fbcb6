using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Definitions;

[Collection(DesignersCollection.Name)]
public sealed class ShippedDefinitionTests(Designers designers)
{
    [Theory]
    [InlineData("xx-water", "a.process")]
    [InlineData("liaocheng-water", "b.process")]
    public async Task Definitions_OfAnOrganisation_AreDrawnWithAllTheirPartsAndNoError(string organisation, string user)
    {
        await using var tab = await designers.OpenAsync(user);
        var client = await designers.Host.Site.AsAsync(user);
        Editor? editor = null;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("workflow-definitions", organisation), "*.json").Order(StringComparer.Ordinal))
        {
            if (JsonNode.Parse(await File.ReadAllTextAsync(file)) is not JsonObject { } definition || definition["root"] is null)
                continue;
            var id = Read.Text(definition["definitionId"]);
            // As it stands now: other tests draw in some of them.
            var root = (await client.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?versionOptions=Latest")).Expect(200).Json["root"]!;
            if (editor is null)
                editor = await Editor.OpenAsync(tab, id, root);
            else
                await editor.SwitchAsync(id, root);
            tab.Faults.ShouldBeEmpty(id);
        }

        editor.ShouldNotBeNull();
        (await tab.BarriersAsync()).ShouldBeEmpty();
    }
}
