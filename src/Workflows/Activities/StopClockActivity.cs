using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Stops the running clock of an article; nothing happens where none runs, nor where an expression names no article. With a step, the
/// moment that the step's form gives as the real time of the work counts, and only a clock that ran when the step's task opened is
/// stopped: a later one is another duty.
/// </summary>
public sealed class StopClockActivity : Activity
{
    public const string TypeName = "Bpm.StopClock";

    private readonly Input<string> _rule;
    private readonly Input<string> _department;

    private StopClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        Step = node.Fixed<string>("step", "");
        _department = node.Input<string>("department", "");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "时限停止", "该条款要求的事已办完，停止计时；没有在走的时钟时什么也不做。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号。"),
                ComplaintInputs.Step("可不填。填了则以该步骤表单里的“实际时间”为准，且只停该步骤开始时已在走的时钟。"),
                ComplaintInputs.Department("几个部门的时限同时在走时，停哪个部门的；不填则不区分。"),
            ],
        },
        node => new StopClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    /// <summary>Step whose own time counts; empty for now.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var rule = c.Get(_rule);
        // A part that is used by work with and without a limit gets the article from its caller.
        if (string.IsNullOrEmpty(rule) && !_rule.IsConstant)
        {
            c.Complete();
            return;
        }

        var task = Step.Length > 0 ? scope.Complaint.LastCompleted(Step) : null;
        scope.StopClock(scope.RunningRule(rule), c.Get(_department) is { Length: > 0 } code ? code : null, task);
        c.Complete();
    }
}
