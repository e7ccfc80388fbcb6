using Bpm.Domain.Regulations;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>
/// A step that has an article has its clock: something starts it in the process, in a part of it, or in a process that it is a part of. Else
/// the step has no due time, and nobody is warned or takes over (decision 016). A part that nobody uses yet is left alone.
/// </summary>
internal sealed class StartedClockCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        var timed = definition.Own.Select(node => (Node: node, Rule: Rule(definition, node))).Where(step => step.Rule is not null).ToList();
        if (timed.Count == 0)
            yield break;
        var processes = Processes(definition);
        if (!definition.IsStartedByCases && processes.Count == 1)
            yield break;
        var around = WithParts(definition, processes).Select(ClockStarts.Of).ToList();
        if (around.Exists(starts => starts.IsOpen))
            yield break;
        var started = around.SelectMany(starts => starts.Articles).Select(definition.Pack.Rules.Find).OfType<ClockRule>().ToHashSet();
        foreach (var (node, rule) in timed)
        {
            // Of a group of articles that exclude each other, whichever applies is started.
            if (!started.Contains(rule!) && (rule!.Group is null || !started.Any(other => other.Group == rule.Group)))
                yield return definition.At(node, "CLOCK-NEVER-STARTED", $"条款 {rule!.Id} 的时限在流程里没有任何地方起算，这一步永远不会到期，也没人催办；请在前面加“时限起算”，或去掉条款。");
        }
    }

    private static ClockRule? Rule(Checked definition, ActivityNode node)
    {
        var article = node.Activity switch
        {
            HumanTaskActivity task => task.FixedRule,
            WaitForClockActivity wait => wait.FixedRule,
            _ => null,
        };
        return article is { Length: > 0 } ? definition.Pack.Rules.Find(article) : null;
    }

    /// <summary>The definition and all that use it, also through others.</summary>
    private static List<WorkflowDefinition> Processes(Checked definition)
    {
        List<WorkflowDefinition> found = [definition.Graph.Definition];
        var others = definition.Pack.Definitions.Where(other => other.DefinitionId != definition.Graph.DefinitionId).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var user in others.Where(other => Uses(other, found[i])).ToList())
            {
                found.Add(user);
                others.Remove(user);
            }
        }

        return found;
    }

    private static HashSet<WorkflowDefinition> WithParts(Checked definition, List<WorkflowDefinition> processes)
    {
        var found = processes.ToHashSet();
        var pending = new Stack<WorkflowDefinition>(processes);
        while (pending.TryPop(out var process))
        {
            foreach (var part in definition.Pack.Definitions.Where(other => other.DefinitionId != definition.Graph.DefinitionId && Uses(process, other) && found.Add(other)).ToList())
                pending.Push(part);
        }

        return found;
    }

    private static bool Uses(WorkflowDefinition user, WorkflowDefinition part) =>
        ClockStarts.Of(user).Children is var children && (children.Contains(part.DefinitionId) || children.Contains(part.Name));
}
