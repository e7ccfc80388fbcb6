using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Incidents;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Definitions;

/// <summary>
/// A compiled definition: immutable, shared by all instances and threads. Child workflows used as activities are part of the graph,
/// each pinned to the version that was found when compiling.
/// </summary>
public sealed class WorkflowGraph
{
    internal WorkflowGraph(WorkflowDefinition definition, ActivityNode[] nodes, ulong fingerprint)
    {
        (Definition, Nodes, Fingerprint) = (definition, nodes, fingerprint);
        HasTransientVariables = nodes.Any(n => n.Variables.Any(v => v.IsTransient));
    }

    public WorkflowDefinition Definition { get; }
    public string DefinitionId => Definition.DefinitionId;

    /// <summary>Version id.</summary>
    public string VersionId => Definition.Id;

    public int Version => Definition.Version;
    public string Name => Definition.Name;

    /// <summary>All activities, containers before their children. The first is the workflow itself.</summary>
    public IReadOnlyList<ActivityNode> Nodes { get; }

    public IReadOnlyList<Variable> Variables => Nodes[0].Variables;
    public required IReadOnlyList<Argument> Inputs { get; init; }
    public required IReadOnlyList<Argument> Outputs { get; init; }

    /// <summary>Outcomes that the workflow declares for use as an activity; may be empty.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    public required IncidentStrategy IncidentStrategy { get; init; }

    /// <summary>By which rules its flowcharts run, those of child workflows too.</summary>
    public FlowchartMode FlowchartMode { get; init; }

    /// <summary>How many instances may run at a time; whoever starts them holds to it.</summary>
    public required ActivationStrategy ActivationStrategy { get; init; }

    /// <summary>Child workflows by node path: the version id that this graph holds.</summary>
    public required IReadOnlyDictionary<string, string> Children { get; init; }

    /// <summary>What starts instances of this workflow once it is published. Triggers of child workflows used as activities are not among them.</summary>
    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>What runs but can hardly be meant, for example a connection from a port that the activity does not have. A publishing check refuses these.</summary>
    public required IReadOnlyList<DefinitionError> Warnings { get; init; }

    /// <summary>Does a script read outputs of activities by name?</summary>
    internal bool ReadsOutputs { get; init; }

    /// <summary>The node with this path, or null.</summary>
    public ActivityNode? Find(string path) => Nodes.FirstOrDefault(n => n.Path == path);

    /// <summary>Tells graphs apart whose positions differ; stored with each instance.</summary>
    internal ulong Fingerprint { get; }

    internal bool HasTransientVariables { get; }

    internal ActivityNode Root => Nodes[0];
}
