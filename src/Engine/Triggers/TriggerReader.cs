using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Triggers;

/// <summary>Collects the triggers of a compiled workflow. Those of child workflows used as activities are their own affair.</summary>
internal static class TriggerReader
{
    public static List<Trigger> Read(WorkflowDefinition definition, IEnumerable<ActivityNode> nodes, List<DefinitionError> errors)
    {
        var triggers = new List<Trigger>();
        foreach (var node in nodes)
        {
            if (!node.CanStartWorkflow || !IsOwn(node)) continue;
            try
            {
                var nobody = new WorkflowInstance("", definition.DefinitionId, definition.Id, definition.Version, 0);
                triggers.AddRange(node.Activity.Triggers(new TriggerScope(Context(nobody, node))));
            }
            catch (InvalidDefinitionException e)
            {
                errors.AddRange(e.Errors);
            }
        }
        return triggers;
    }

    private static bool IsOwn(ActivityNode node)
    {
        for (var around = node; around.Parent is not null; around = around.Parent)
            if (around.IsWorkflow) return false;
        return true;
    }

    private static ActivityContext Context(WorkflowInstance nobody, ActivityNode node) =>
        new(nobody, node, 0, node.Parent is null ? null : Context(nobody, node.Parent));
}
