using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Starts the clock of an article. Does nothing where the article's condition does not apply to the case.</summary>
public sealed class StartClockActivity : Activity
{
    public const string TypeName = "Bpm.StartClock";

    private readonly Input<string> _rule;
    private readonly Input<string> _department;
    private readonly bool _fromReceipt;
    private readonly bool _anew;

    private StartClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _department = node.Input<string>("department", "");
        _fromReceipt = Choices.Read(node, "from", "now", "receipt") == "receipt";
        _anew = Choices.Read(node, "whileRunning", "keep", "new") == "new";
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "时限起算", "按条款开始计时；条款不适用于本案时什么也不做。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号，例如 A-4.5。"),
                ComplaintInputs.Choice("From", "起算时间", "从什么时候开始计时。", ("now", "现在"), ("receipt", "受理时间")),
                ComplaintInputs.Department("这项时限由哪个部门负责；不填则为现在的承办部门。"),
                ComplaintInputs.Choice("WhileRunning", "同一条款正在计时", "已有该条款的时钟在走时怎么办。", ("keep", "沿用，不重新计时"), ("new", "作废旧的，另起一轮")),
            ],
        },
        node => new StartClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    /// <summary>Department code, empty for the handling department; null where it depends on the case.</summary>
    public string? FixedDepartment => _department.IsConstant ? _department.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var rule = scope.RuleOf(c.Get(_rule));
        var department = c.Get(_department) is { Length: > 0 } given ? given : scope.Complaint.Department;
        if (department is not null && scope.Directory.Department(department) is null)
            throw new ActivityFaultException($"部门“{department}”不存在，条款 {rule.Id} 的时限没有责任部门。");
        scope.StartClock(rule, _fromReceipt ? scope.Complaint.ReceivedAt : scope.Now, department, _anew);
        c.Complete();
    }
}
