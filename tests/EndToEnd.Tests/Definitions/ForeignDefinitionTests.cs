using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Definitions;

/// <summary>Definitions that other people drew: elsa-core's own, where the folder <c>shared</c> is at hand, and some of ours.</summary>
public sealed class ForeignDefinitionTests(Designers designers) : IClassFixture<Designers>
{
    [Fact]
    public async Task Files_OfElsa_AreImportedAndOpenWithoutError()
    {
        var admin = await designers.Host.Site.AsAsync("a.process");
        await using var tab = await designers.OpenAsync("a.process");
        var isOpen = false;
        foreach (var file in Files())
        {
            var answer = await admin.PostTextAsync("/elsa/api/workflow-definitions/import", file.Json);
            answer.IsSuccess.ShouldBeTrue($"{file.Name}: {answer.Text}");
            var id = Read.Text(answer.Json["definitionId"]);
            if (!isOpen)
                await tab.Page.GotoAsync("/studio/definitions/" + Uri.EscapeDataString(id));
            else
                await tab.Page.EvaluateAsync("id => document.querySelector('elsa-workflow-definition-editor').setAttribute('definition-id', id)", id);
            isOpen = true;
            await tab.Page.WaitForFunctionAsync(
                "ids => ids.every(id => document.querySelector(`elsa-activity-wrapper[activity-id='${CSS.escape(id)}']`))", Drawn(answer.Json["root"]!));
            tab.Faults.ShouldBeEmpty(file.Name);
        }
    }

    // A sequence is drawn in another way than a flowchart; that it opens without an error is enough.
    private static string[] Drawn(JsonNode root) => Read.Text(root["type"]) == "Elsa.Flowchart"
        ? [.. (root["activities"]?.AsArray() ?? []).Select(activity => Read.Text(activity!["id"]))]
        : [];

    private static IEnumerable<(string Name, string Json)> Files()
    {
        yield return ("own", System.Text.Encoding.UTF8.GetString(new PlainFlow("own-sequence").WaitFor("arrived").Build()));
        string[][] places = [[".."], ["..", ".."]];
        var cases = places.Select(place => Repository.PathOf([.. place, "shared", "elsa", "cases"])).FirstOrDefault(Directory.Exists);
        if (cases is null)
            yield break;
        foreach (var path in Directory.EnumerateFiles(cases, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var json = File.ReadAllText(path);
            if (JsonNode.Parse(json) is JsonObject definition && definition.ContainsKey("root"))
                yield return (Path.GetFileName(path), json);
        }
    }
}
