using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// A second person has confirmed the time that a step's form gave, which one person alone may not date back so far: the clock that the
/// step stopped is judged by that time, and a breach recorded meanwhile may fall away.
/// Nothing happens where an expression names no article.
/// </summary>
public sealed class CorrectClockActivity : Activity
{
    public const string TypeName = "Bpm.CorrectClock";

    private readonly Input<string> _rule;
    private readonly Input<string> _step;
    private readonly Input<string> _task;

    private CorrectClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _step = node.Input<string>("step", "");
        _task = node.Input<string>("task", "");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "更正完成时间", "第二人确认了实际时间：按实际时间重新评判该步骤停止的时限。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号。"),
                ComplaintInputs.Step("填报实际时间的步骤代码；取最近一次办理的。"),
                new("Task", "String", "任务", "可不填。该步骤可能已再次办理时，填当时用 taskOf 记下的任务。"),
            ],
        },
        node => new CorrectClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    /// <summary>Step that reported the time; null where it depends on the case.</summary>
    public string? FixedStep => _step.IsConstant ? _step.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var rule = c.Get(_rule);
        // A part that is used by steps with and without a limit gets the article from its caller.
        if (string.IsNullOrEmpty(rule) && !_rule.IsConstant)
        {
            c.Complete();
            return;
        }

        var step = c.Get(_step) ?? "";
        // The step may have been done again while the second person was thinking.
        var task = (Guid.TryParse(c.Get(_task), out var id) ? scope.Complaint.Task(id) : scope.Complaint.LastCompleted(step))
            ?? throw new ActivityFaultException($"步骤“{step}”还没有办理过，没有时间可更正。");
        scope.CorrectClock(scope.RuleOf(rule), task);
        c.Complete();
    }
}
