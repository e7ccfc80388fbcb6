using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bpm.Engine.Activities;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Expressions;
using Bpm.Engine.Journal;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Definitions;

/// <summary>Compiles definitions into graphs. Thread-safe; keep one for the life of the process, because it pools script engines.</summary>
public sealed class GraphCompiler
{
    private readonly ActivityRegistry _registry;
    private readonly ExpressionCompiler _expressions;

    public GraphCompiler(ActivityRegistry registry, ScriptFunctions? functions = null, ScriptLimits? limits = null)
    {
        _registry = registry;
        _expressions = new(new ScriptHost(functions ?? new ScriptFunctions(), limits ?? new ScriptLimits()));
    }

    /// <summary>Are values of inputs and outputs kept in the journal where the definition does not say? Exclude unless set: Elsa's default is Include.</summary>
    public LogPersistenceMode LogDefault { get; init; } = LogPersistenceMode.Exclude;

    /// <summary>Compiles a definition with the child workflows it uses.</summary>
    /// <exception cref="InvalidDefinitionException">It cannot be run; every reason is listed with the activity's path, in Chinese.</exception>
    public WorkflowGraph Compile(WorkflowDefinition definition, IDefinitionSource source)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(source);
        var builder = new GraphBuilder(_registry, _expressions, source)
        {
            FlowchartMode = FlowchartModeReader.Read(definition, out var unknownMode), LogDefault = LogDefault,
        };
        if (unknownMode is not null) builder.Errors.Add(unknownMode);
        builder.AddWorkflow(definition);
        builder.Errors.AddRange(builder.Notes.UnknownAccessors(builder.Nodes));
        var activation = DefinitionOptions.Activation(definition, builder.Errors);
        var incident = DefinitionOptions.Incident(definition, builder.Errors);
        DefinitionOptions.CheckCommits(definition, builder.Errors);
        if (builder.Errors.Count > 0) throw new InvalidDefinitionException(builder.Errors);
        var nodes = builder.Nodes.ToArray();
        var triggers = TriggerReader.Read(definition, nodes, builder.Errors);
        if (builder.Errors.Count > 0) throw new InvalidDefinitionException(builder.Errors);
        return new WorkflowGraph(definition, nodes, Fingerprint(nodes))
        {
            Inputs = DeclarationReader.Arguments(definition.Json, "inputs"),
            Outputs = DeclarationReader.Arguments(definition.Json, "outputs"),
            Outcomes = DeclarationReader.Texts(definition.Json, "outcomes"),
            FlowchartMode = builder.FlowchartMode,
            IncidentStrategy = incident,
            ActivationStrategy = activation,
            Children = builder.Children,
            ReadsOutputs = builder.Notes.ReadsOutputs,
            Triggers = triggers,
            Warnings = builder.Warnings,
        };
    }

    /// <summary>
    /// The definition with the version id of each child workflow written into it. Publish this one: else a child that is published anew
    /// would change what running instances are made of, and they would be refused (<see cref="Storage.InvalidStateException"/>).
    /// Children that are not found stay as they are; <see cref="Compile"/> says so.
    /// </summary>
    public WorkflowDefinition Pin(WorkflowDefinition definition, IDefinitionSource source)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(source);
        return new ChildPins(_registry, source).Pin(definition);
    }

    /// <summary>
    /// Names what of a definition this engine does not run at all, whatever it is set to: types of activities and expressions. In Chinese;
    /// a definition that passes may still have faults that <see cref="Compile"/> finds.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="workflows">Names of workflows that it may use as activities; a node that says its workflow's id needs no name.</param>
    public IReadOnlyList<string> Unsupported(WorkflowDefinition definition, IReadOnlySet<string> workflows)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(workflows);
        return [.. new UnsupportedParts(_registry, workflows).Of(definition.Json.GetProperty("root")).Distinct()];
    }

    private static ulong Fingerprint(ActivityNode[] nodes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var node in nodes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{node.Path}\n{node.Type.Name}\n{string.Join(',', node.Variables.Select(v => v.Name))}\n"));
            if (node.Activity is Flowchart flowchart) hash.AppendData(Encoding.UTF8.GetBytes(flowchart.Shape));
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }
}
