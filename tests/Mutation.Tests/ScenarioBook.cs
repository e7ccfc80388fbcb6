using System.Collections.Concurrent;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Packs;
using Bpm.Workflows.Scenarios;

namespace Bpm.Mutation.Tests;

/// <summary>All scenarios of a pack, each with the activities that it passes: only those can tell whether an activity was tampered with.</summary>
internal sealed class ScenarioBook
{
    private static readonly ConcurrentDictionary<string, Lazy<ScenarioBook>> _books = new();
    private readonly ConcurrentDictionary<string, int> _kills = new();

    private ScenarioBook(Pack pack)
    {
        Pack = pack;
        var pages = new ConcurrentBag<Page>();
        Parallel.ForEach(Scenario.Files(ShippedPacks.Root, pack.Code), new() { MaxDegreeOfParallelism = 2 }, file =>
        {
            var scenario = Scenario.Read(Path.Combine(ShippedPacks.Root, file));
            CaseWalk? walk = null;
            var differences = new ScenarioPlayer(pack, id => ShippedPacks.Graph(pack, id)).Play(scenario, watch: w => walk = w);
            var definition = walk?.Complaint.DefinitionId ?? "";
            pages.Add(new(file, scenario, definition, differences.Count == 0 && walk is not null ? Passed(pack, definition, walk) : []));
        });
        Pages = [.. pages.OrderBy(p => p.File, StringComparer.Ordinal)];
    }

    public Pack Pack { get; }

    /// <summary>A scenario that fails on the shipped pack passes nothing: it proves nothing.</summary>
    public IReadOnlyList<Page> Pages { get; }

    public static ScenarioBook Of(string organisation) =>
        _books.GetOrAdd(organisation, code => new(() => new(ShippedPacks.Of(code)))).Value;

    /// <summary>Scenarios that pass an activity, the ones that found most so far first.</summary>
    public IEnumerable<Page> Through(string definitionId, string activity) =>
        Pages.Where(p => p.Passed.Contains((definitionId, activity))).OrderByDescending(p => _kills.GetValueOrDefault(p.File));

    /// <summary>Does a scenario come out otherwise than expected?</summary>
    /// <param name="graphs">Gives the compiled definitions, one of them spoilt.</param>
    public bool Notices(Page page, Pack pack, Func<string, WorkflowGraph> graphs)
    {
        var noticed = new ScenarioPlayer(pack, graphs).Play(page.Scenario).Count > 0;
        if (noticed)
            _kills.AddOrUpdate(page.File, 1, (_, n) => n + 1);
        return noticed;
    }

    private static HashSet<(string Definition, string Activity)> Passed(Pack pack, string definitionId, CaseWalk walk)
    {
        var graph = ShippedPacks.Graph(pack, definitionId);
        var byVersion = pack.Definitions.ToDictionary(d => d.Id, d => d.DefinitionId);
        return [.. walk.Visited.Select(path =>
        {
            var child = graph.Children.Keys.Where(c => path.StartsWith(c + ":", StringComparison.Ordinal)).MaxBy(c => c.Length);
            return (child is null ? definitionId : byVersion[graph.Children[child]], path[(path.LastIndexOf(':') + 1)..]);
        })];
    }

    /// <summary>A scenario.</summary>
    /// <param name="Definition">Definition id of the process that it walks.</param>
    /// <param name="Passed">Definition and activity ids that ran.</param>
    internal sealed record Page(string File, Scenario Scenario, string Definition, IReadOnlySet<(string Definition, string Activity)> Passed);
}
