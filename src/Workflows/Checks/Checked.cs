using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Drawings;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Checks;

/// <summary>A compiled definition with what it is checked against.</summary>
internal sealed class Checked
{
    public Checked(WorkflowGraph graph, Pack pack, IReadOnlySet<string> steps, DrawnDefinition drawn)
    {
        (Graph, Pack, Steps, Drawn) = (graph, pack, steps, drawn);
        Drawings = Drawing.AllOf(graph);
        Own = [.. graph.Nodes.Where(node => !graph.Children.Keys.Any(child => node.Path.StartsWith(child + ":", StringComparison.Ordinal)))];
    }

    public WorkflowGraph Graph { get; }

    public Pack Pack { get; }

    /// <summary>Does it handle cases, or a part of that? Every workflow does that is a category's or a duty's, or holds a complaint activity.</summary>
    public bool IsForCases =>
        IsStartedByCases || Graph.Nodes.Any(node => ComplaintActivities.All.Contains(node.Type));

    /// <summary>Is it the process of a category or of a channel, which each registration starts, or of a duty?</summary>
    public bool IsStartedByCases => Pack.Directory.Profile.StartsCases(Graph.DefinitionId);

    /// <summary>Step codes of all definitions of the pack: a child workflow may ask for a step of its caller.</summary>
    public IReadOnlySet<string> Steps { get; }

    /// <summary>The definition as it is drawn.</summary>
    public DrawnDefinition Drawn { get; }

    /// <summary>Its flowcharts.</summary>
    public IReadOnlyList<Drawing> Drawings { get; }

    /// <summary>Its activities, without those of child workflows: they are checked with their own definition.</summary>
    public IReadOnlyList<ActivityNode> Own { get; }

    /// <summary>Activities of a type, its own ones.</summary>
    public IEnumerable<(ActivityNode Node, T Activity)> All<T>() where T : Activity =>
        Own.Where(node => node.Activity is T).Select(node => (node, (T)node.Activity));

    /// <summary>A finding about an activity.</summary>
    public Finding At(ActivityNode node, string code, string reason, Severity severity = Severity.Error) =>
        FindingText.At(Drawn, node.Path, node.Id, severity, code, reason);

    /// <summary>A finding about the whole definition.</summary>
    public Finding Whole(string code, string reason, Severity severity = Severity.Error) =>
        FindingText.Whole(Drawn, severity, code, reason);

    /// <summary>Is an input an expression that nobody has written yet?</summary>
    public bool HasBlankScript(ActivityNode node, string input) =>
        Drawn.Find(node.Path) is { } drawn && DrawnJson.Find(drawn.Json, input, "expression") is { } expression
        && DrawnJson.Text(expression, "type") == "JavaScript" && DrawnJson.Text(expression, "value") is null;

    /// <summary>What people call an activity of the definition.</summary>
    public string Name(ActivityNode node) => Drawn.Find(node.Path)?.Name ?? node.Label;
}
