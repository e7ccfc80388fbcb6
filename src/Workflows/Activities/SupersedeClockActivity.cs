using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Ends the running clocks of an article without judging them: the duty no longer exists or another clock took its place.</summary>
public sealed class SupersedeClockActivity : Activity
{
    public const string TypeName = "Bpm.SupersedeClock";

    private readonly Input<string> _rule;
    private readonly Input<string> _reason;

    private SupersedeClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _reason = node.Input<string>("reason", "");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "时限作废", "这项时限不再适用，停止计时且不评判是否超期。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号。"),
                new("Reason", "String", "原因", "写入时限说明，例如“现场无故障”。"),
            ],
        },
        node => new SupersedeClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        scope.SupersedeClock(scope.RunningRule(c.Get(_rule)), c.Get(_reason) is { Length: > 0 } reason ? reason : c.Node.DisplayText ?? "流程变更");
        c.Complete();
    }
}
