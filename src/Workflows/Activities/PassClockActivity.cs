using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Passes the running clock of one department to another with the same due time, because the work was sent to the wrong one. Where the
/// other has a clock of the article already, the first falls away.
/// </summary>
public sealed class PassClockActivity : Activity
{
    public const string TypeName = "Bpm.PassClock";

    private readonly Input<string> _rule;
    private readonly Input<string> _from;
    private readonly Input<string> _to;

    private PassClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _from = node.Input<string>("from", "");
        _to = node.Input<string>("to", "");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "时限移交", "误派转办时，把一个部门正在走的时限交给另一个部门，到期时间不变。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号。"),
                ComplaintInputs.Listed("From", "原部门", "可用变量或表达式。", Pickers.OneDepartment),
                ComplaintInputs.Listed("To", "新部门", "可用变量或表达式。", Pickers.OneDepartment),
            ],
        },
        node => new PassClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var (from, to) = (c.Get(_from) ?? "", c.Get(_to) ?? "");
        if (scope.Directory.Department(to) is null)
            throw new Engine.Incidents.ActivityFaultException($"时限移交的部门“{to}”不存在。");
        scope.PassClock(scope.RunningRule(c.Get(_rule)), from, to);
        c.Complete();
    }
}
