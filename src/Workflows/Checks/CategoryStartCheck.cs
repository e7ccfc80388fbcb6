using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Checks;

/// <summary>The workflow of a category or duty is started by its cases only, once for each, and as often as there are cases.</summary>
internal sealed class CategoryStartCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var graph = definition.Graph;
        if (!definition.IsStartedByCases)
            yield break;
        if (graph.ActivationStrategy != ActivationStrategy.AllowAlways)
            yield return definition.Whole("CATEGORY-ACTIVATION", "类别、例行工作的办理流程须能为每个案件启动一次，请把启动策略改为“总是允许”（AllowAlways）。");
        foreach (var trigger in graph.Triggers)
        {
            if (graph.Find(trigger.NodePath) is { } node)
                yield return definition.At(node, "CATEGORY-TRIGGER", "类别、例行工作的办理流程只随案件启动，请取消此步骤的“可启动流程”。");
        }
    }
}
