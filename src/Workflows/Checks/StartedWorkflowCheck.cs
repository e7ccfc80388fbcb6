namespace Bpm.Workflows.Checks;

/// <summary>Workflows that an activity starts as instances of their own are published. A warning: the other one may be published after this one.</summary>
internal sealed class StartedWorkflowCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var known = definition.Pack.Definitions.Select(d => d.DefinitionId).Append(definition.Graph.DefinitionId).ToHashSet(StringComparer.Ordinal);
        foreach (var node in definition.Own)
        {
            foreach (var id in node.Activity.StartedDefinitions.Where(id => !known.Contains(id)))
                yield return definition.At(node, "UNKNOWN-WORKFLOW", $"要启动的流程“{id}”没有发布，执行到这里会出故障；请核对，或先发布它。", Severity.Warning);
        }
    }
}
