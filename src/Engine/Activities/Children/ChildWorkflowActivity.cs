using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Children;

/// <summary>A workflow used as an activity: runs inside its caller's instance, with variables, inputs and outputs of its own.</summary>
internal sealed class ChildWorkflowActivity : Activity
{
    private readonly ActivityNode _root;
    private readonly (string Name, Input<object?> Value)[] _inputs;
    private readonly (string Name, Output? Target)[] _outputs;
    private readonly string[] _ports;

    private ChildWorkflowActivity(
        string definitionId, ActivityNode root, (string Name, Input<object?> Value)[] inputs, (string Name, Output? Target)[] outputs, string[] outcomes)
    {
        (DefinitionId, _root, _inputs, _outputs) = (definitionId, root, inputs, outputs);
        _ports = outcomes.Contains("Done") ? outcomes : [.. outcomes, "Done"];
    }

    /// <summary>The workflow that is used.</summary>
    public string DefinitionId { get; }

    public override IReadOnlyList<string> Ports => _ports;

    internal override IEnumerable<string> OutputNames => _outputs.Select(o => o.Name);

    /// <summary>A type for a node that no registered type fits: it is a child workflow, or an error that says what it might have meant.</summary>
    public static ActivityType TypeOf(string typeName) => new(
        new ActivityDescriptor(typeName, "流程", typeName, "流程作为活动") { IsBrowsable = false }, Compile);

    public override void Execute(ActivityContext c)
    {
        // The caller's expressions are evaluated where they were written: outside the child.
        var values = new Dictionary<string, object?>(_inputs.Length, StringComparer.Ordinal);
        var outside = c.Outside();
        foreach (var (name, input) in _inputs)
        {
            var value = values[name] = VariableValues.Storable(outside.Get(input), name);
            if (input.IsRecorded) c.Execution.Burst.Keep(c, isOutput: false, name, value);
        }
        c.Inputs = values;
        c.Outputs = [];
        c.Schedule(_root);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();

    /// <summary>Gives the child's outputs to the caller; called by the burst before the caller hears of the child's end, whichever way it ended.</summary>
    internal void HandOver(ActivityContext c)
    {
        if (c.Outputs is not { } outputs) return;
        foreach (var (name, target) in _outputs)
        {
            if (!outputs.TryGetValue(name, out var value)) continue;
            if (target?.RecordAs is { } recordAs) c.Execution.Burst.Keep(c, isOutput: true, recordAs, value);
            target?.Set(c.Outside(), value);
            c.Execution.Outputs?.Add(c.Node, name, value);
        }
    }

    private static Activity Compile(NodeReader reader)
    {
        var versionId = reader.Text("workflowDefinitionVersionId");
        var definitionId = reader.Text("workflowDefinitionId");
        var typeName = reader.Node.Type.Name;
        var child = reader.Builder.FindChild(versionId, definitionId, typeName);
        if (child is null)
            throw reader.Error(versionId is null && definitionId is null
                ? reader.Builder.UnknownType(typeName)
                : $"找不到作为活动使用的流程 “{typeName}”（版本 {versionId ?? "—"}，定义 {definitionId ?? "—"}），请先发布它。",
                versionId is null && definitionId is null ? DefinitionError.UnknownActivity : DefinitionError.UnknownChild);
        reader.Builder.Children[reader.Node.Path] = child.Id;

        var inputs = DeclarationReader.Arguments(child.Json, "inputs")
            .Select(a => (a.Name, Property: Property(reader.Json, a.Name)))
            .Where(a => a.Property is not null)
            .Select(a => (a.Name, reader.Input<object?>(a.Property!)))
            .ToArray();
        var outputs = DeclarationReader.Arguments(child.Json, "outputs")
            .Select(a => (a.Name, Property(reader.Json, a.Name) is { } property ? reader.Output(property) : null))
            .ToArray();
        var node = reader.Node;
        node.IsWorkflow = true;
        reader.Builder.OpenWorkflow(child, node, root =>
            new ChildWorkflowActivity(child.DefinitionId, root, inputs, outputs, DeclarationReader.Texts(child.Json, "outcomes")));
        return node.Activity;
    }

    /// <summary>The designer writes camelCase, without what lies between words; hand-written files may keep the declared name.</summary>
    private static string? Property(JsonElement json, string name) =>
        Array.Find([JsonNamingPolicy.CamelCase.ConvertName(name), name, JsonNamingPolicy.CamelCase.ConvertName(ScriptAccessors.Pascal(name))], form => json.TryGetProperty(form, out _));
}
