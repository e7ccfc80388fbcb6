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
    private readonly Input<string> _fromRule;
    private readonly string _from;
    private readonly bool _anew;

    private StartClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _department = node.Input<string>("department", "");
        _from = Choices.Read(node, "from", "now", "receipt", "due");
        _fromRule = node.Input<string>("fromRule", "");
        _anew = Choices.Read(node, "whileRunning", "keep", "new") == "new";
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "时限起算", "按条款开始计时；条款不适用于本案时什么也不做。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号，例如 A-4.5；互斥的一组条款写其中任何一条，适用哪条走哪条。"),
                ComplaintInputs.Choice("From", "起算时间", "从什么时候开始计时。", ("now", "现在"), ("receipt", "受理时间"), ("due", "现在，但不晚于另一条款的到期时间")),
                ComplaintInputs.Listed("FromRule", "另一条款", "只在起算时间选“不晚于另一条款的到期时间”时有效。", Pickers.Rules),
                ComplaintInputs.Department("这项时限由哪个部门负责；不填则为现在的承办部门。"),
                ComplaintInputs.Choice("WhileRunning", "同一条款正在计时", "已有该条款的时钟在走时怎么办。", ("keep", "沿用，不重新计时"), ("new", "作废旧的，另起一轮")),
            ],
        },
        node => new StartClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    /// <summary>Article whose due time is the latest start; empty for none, null where it depends on the case.</summary>
    public string? FixedFromRule => _fromRule.IsConstant ? _fromRule.Constant : null;

    /// <summary>Department code, empty for the handling department; null where it depends on the case.</summary>
    public string? FixedDepartment => _department.IsConstant ? _department.Constant : null;

    public override StepTiming Timing => StepTiming.StartsBefore;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var rule = scope.ApplicableRule(c.Get(_rule));
        var department = c.Get(_department) is { Length: > 0 } given ? given : scope.Complaint.Department;
        if (department is not null && scope.Directory.Department(department) is null)
            throw new ActivityFaultException($"部门“{department}”不存在，条款 {rule.Id} 的时限没有责任部门。");
        scope.StartClock(rule, Start(c, scope), department, _anew);
        c.Complete();
    }

    private DateTimeOffset Start(ActivityContext c, CaseScope scope)
    {
        if (_from == "receipt")
            return scope.Complaint.ReceivedAt;
        if (_from != "due")
            return scope.Now;
        var rule = scope.RuleOf(c.Get(_fromRule));
        var due = scope.Complaint.Clocks.Where(clock => clock.RuleId == rule.Id).Select(clock => (DateTimeOffset?)clock.DueAt).Max();
        return due < scope.Now ? due.Value : scope.Now;
    }
}
