using System.Text.Json.Nodes;
using Bpm.Application.Definitions;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Triggers;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Tests.Definitions;

public class DefinitionPublisherTests
{
    private static readonly PackReading Pack = Packs.Read("xx-water");
    private static readonly Installed Home = Packs.Installed("xx-water");
    private readonly DefinitionStoreInMemory _store = new();

    [Fact]
    public async Task Publish_ShippedPack_PinsEveryCommonPartToItsPublishedVersion()
    {
        var made = await PublishAsync([.. Files()]);
        made.Findings.ShouldBeEmpty();
        made.Versions.Count.ShouldBe(Files().Count());
        foreach (var version in made.Versions)
        {
            foreach (var node in ChildNodes(JsonNode.Parse(version.Json)))
                _store.Published[(string)node["workflowDefinitionId"]!].Id.ShouldBe((string)node["workflowDefinitionVersionId"]!);
        }
    }

    [Fact]
    public async Task Publish_Unchanged_MakesNothing()
    {
        await PublishAsync([.. Files()]);
        (await PublishAsync([.. Files()])).Versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_ChangedCommonPart_PublishesItsConsumersAnew()
    {
        var first = await PublishAsync([.. Files()]);
        var part = first.Versions.First(version => Consumers(first, version.DefinitionId).Count > 1);
        var changed = JsonNode.Parse(part.Json)!.AsObject();
        changed["description"] = "改动一处说明";
        var second = await PublishAsync([System.Text.Encoding.UTF8.GetBytes(changed.ToJsonString())]);
        second.Versions.Select(version => version.DefinitionId).ShouldBe([part.DefinitionId, .. Consumers(first, part.DefinitionId)], ignoreOrder: true);
        second.Versions.ShouldAllBe(version => version.Version == 2);
    }

    [Fact]
    public async Task Publish_NotADefinition_Throws() =>
        await Should.ThrowAsync<InvalidDefinitionException>(() => PublishAsync(["[1,2]"u8.ToArray()]));

    [Fact]
    public async Task Publish_UnknownActivity_NamesItInAFinding()
    {
        var file = System.Text.Encoding.UTF8.GetString(Files().First(json => System.Text.Encoding.UTF8.GetString(json).Contains("Bpm.Push", StringComparison.Ordinal)))
            .Replace("\"Bpm.Push\"", "\"Bpm.Pusch\"", StringComparison.Ordinal);
        var made = await PublishAsync([.. Files().Where(json => !Same(json, file)), System.Text.Encoding.UTF8.GetBytes(file)]);
        made.Findings.ShouldContain(finding => finding.Contains("Bpm.Pusch", StringComparison.Ordinal));
    }

    private static bool Same(byte[] json, string file) => (string)JsonNode.Parse(json)!["definitionId"]! == (string)JsonNode.Parse(file)!["definitionId"]!;

    /// <summary>All that use a part, also through other parts.</summary>
    private static List<string> Consumers(Publication publication, string definitionId)
    {
        var all = Direct(publication, definitionId);
        for (var i = 0; i < all.Count; i++)
            all.AddRange(Direct(publication, all[i]).Except(all).ToList());
        return all;
    }

    private static List<string> Direct(Publication publication, string definitionId) =>
        [.. publication.Versions.Where(version => ChildNodes(JsonNode.Parse(version.Json)).Any(node => (string)node["workflowDefinitionId"]! == definitionId)).Select(version => version.DefinitionId)];

    private static IEnumerable<byte[]> Files() => Pack.Files.Where(file => file.Kind == PackFileKind.Definition).Select(file => file.Json.ToArray());

    private static IEnumerable<JsonObject> ChildNodes(JsonNode? node) => node switch
    {
        JsonObject known => (known.ContainsKey("workflowDefinitionId") ? [known] : Enumerable.Empty<JsonObject>()).Concat(known.SelectMany(property => ChildNodes(property.Value))),
        JsonArray array => array.SelectMany(ChildNodes),
        _ => [],
    };

    private Task<Publication> PublishAsync(IReadOnlyList<byte[]> files)
    {
        var gate = new DefinitionGate(new GraphCompiler(ComplaintActivities.Registry(), CaseScripts.Functions()));
        // No workflow of a category has a trigger: the index is asked, and nothing else.
        using var signal = new DueSignal();
        return new DefinitionPublisher(_store, gate, new TriggerIndexer(new NoTriggers(), null!, null!, signal)).PublishAsync(new(Home, files, "a.process", null, TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);
    }

    private sealed class NoTriggers : ITriggerIndex
    {
        public Task<IReadOnlyList<TriggerRow>> OfDefinitionAsync(string definitionId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<TriggerRow>>([]);

        public Task<IReadOnlyList<TriggerRow>> MatchAsync(string hash, string organisation, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<TriggerRow>>([]);

        public Task ReplaceAsync(string definitionId, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
