using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Packs;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The packs of the repository, read once.</summary>
internal static class ShippedPacks
{
    private static readonly ConditionalWeakTable<Pack, ConcurrentDictionary<string, WorkflowGraph>> _graphs = [];

    /// <summary>Folder of all packs.</summary>
    public static string Root { get; } = Find();

    public static IReadOnlyList<PackReading> Readings { get; } = PackReader.ReadAll(Root);

    public static GraphCompiler Compiler { get; } = new(ComplaintActivities.Registry(), CaseScripts.Functions());

    public static Pack Of(string organisation) => Readings.Single(r => r.Folder == organisation).Pack.ShouldNotBeNull();

    /// <summary>Compiled graph of the published version of a shipped definition.</summary>
    public static WorkflowGraph Graph(string organisation, string definitionId) => Graph(Of(organisation), definitionId);

    /// <summary>Compiled graph of the published version of a definition; compiled once for a pack.</summary>
    public static WorkflowGraph Graph(Pack pack, string definitionId) =>
        _graphs.GetOrCreateValue(pack).GetOrAdd(definitionId, id =>
        {
            var source = new DefinitionSet(pack.Definitions);
            return Compiler.Compile(source.FindPublished(id).ShouldNotBeNull($"no definition {id}"), source);
        });

    /// <summary>Plays scenarios on a shipped pack.</summary>
    public static ScenarioPlayer Player(string organisation)
    {
        var pack = Of(organisation);
        return new(pack, id => Graph(pack, id));
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bpm.sln")))
                return Path.Combine(folder.FullName, "workflow-definitions");
        }

        throw new DirectoryNotFoundException("Bpm.sln was not found above the test's folder.");
    }
}
