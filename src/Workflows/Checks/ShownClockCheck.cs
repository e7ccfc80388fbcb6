using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>A step whose completion stops a clock shows that clock: else its holder has a due time and does not see it, and no warning reaches them.</summary>
internal sealed class ShownClockCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition) => definition.Drawings.SelectMany(drawing => Run(definition, drawing));

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        for (var node = 0; node < drawing.Nodes.Length; node++)
        {
            if (drawing.Nodes[node].Activity is HumanTaskActivity { FixedRule: { Length: 0 } } task && Stopped(drawing, node, task) is { } rule)
                yield return definition.At(drawing.Nodes[node], "CLOCK-NOT-SHOWN", $"办完这一步会停止条款 {rule} 的时限，但这一步没有填写条款，办理人看不到到期时间，也收不到提醒；请填写。", Severity.Warning);
        }
    }

    /// <summary>Article of a clock that stops before anything waits again; null for none.</summary>
    private static string? Stopped(Drawing drawing, int step, HumanTaskActivity task)
    {
        var seen = new HashSet<int> { step };
        var pending = new Stack<int>(drawing.Next[step]);
        while (pending.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;
            if (drawing.Nodes[at].Activity is StopClockActivity stop && (stop.Step.Length == 0 || stop.Step == task.Step))
                return stop.FixedRule ?? "（按情况而定）";
            if (!GoesOn(drawing.Nodes[at]))
                continue;
            foreach (var next in drawing.Next[at])
                pending.Push(next);
        }

        return null;
    }

    // What follows a step at once; a child workflow or another wait is a new matter.
    private static bool GoesOn(ActivityNode node) => node.Activity switch
    {
        HumanTaskActivity or WaitForClockActivity => false,
        _ => ComplaintActivities.All.Contains(node.Type) || node.Type.Name == "Elsa.FlowDecision",
    };
}
