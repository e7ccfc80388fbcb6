using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Lets more people take the open tasks of a step, also from whoever holds them and does not act. No open task: nothing happens.</summary>
public sealed class EscalateActivity : Activity
{
    public const string TypeName = "Bpm.Escalate";

    private readonly Input<string> _step;
    private readonly Input<IReadOnlyList<string>> _to;

    private EscalateActivity(NodeReader node)
    {
        _step = node.Input<string>("step", "");
        _to = node.Input<IReadOnlyList<string>>("to", []);
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "升级办理", "某步骤迟迟未办时，让更多的人可以接手；原办理人仍可办理。")
        {
            Inputs =
            [
                ComplaintInputs.Step("未办的步骤代码。"),
                ComplaintInputs.List("To", "接手人", "role:岗位、dept:部门、head:部门、leader:部门、user:用户名；可用表达式。", Pickers.Candidates),
            ],
        },
        node => new EscalateActivity(node));

    /// <summary>Step code; null where it depends on the case.</summary>
    public string? FixedStep => _step.IsConstant ? _step.Constant : null;

    /// <summary>Tokens of those who may take over, where they do not depend on the case; else null.</summary>
    public IReadOnlyList<string>? FixedRecipients => _to.IsConstant ? _to.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var (step, to) = (c.Get(_step) ?? "", c.Get(_to));
        if (to.Count == 0 || to.FirstOrDefault(token => !scope.Directory.Knows(token)) is not null)
            throw new ActivityFaultException($"步骤“{step}”的接手人无效：{(to.Count == 0 ? "没有接手人" : string.Join('、', to))}。");
        foreach (var task in scope.Complaint.Tasks.Where(task => task.Step == step && task.Escalate(scope.Directory.Candidates(to, task.Excluded))))
            scope.Record("task.escalated", $"task:{task.Id:N}", step);
        c.Complete();
    }
}
