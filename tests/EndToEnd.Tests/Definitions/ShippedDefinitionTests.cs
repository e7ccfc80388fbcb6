using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Definitions;

public sealed class ShippedDefinitionTests(Designers designers) : IClassFixture<Designers>
{
    [Theory]
    [InlineData("xx-water", "a.process")]
    [InlineData("liaocheng-water", "b.process")]
    public async Task Definitions_OfAnOrganisation_AreDrawnWithAllTheirPartsAndNoError(string organisation, string user)
    {
        await using var tab = await designers.OpenAsync(user);
        Editor? editor = null;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("workflow-definitions", organisation), "*.json").Order(StringComparer.Ordinal))
        {
            if (JsonNode.Parse(await File.ReadAllTextAsync(file)) is not JsonObject { } definition || definition["root"] is not { } root)
                continue;
            var id = Read.Text(definition["definitionId"]);
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
