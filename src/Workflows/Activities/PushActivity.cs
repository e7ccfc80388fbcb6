using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Gives the case to a department; the moment of the burst is the push that the department's clocks count from. The department's
/// outside system, where it has one, is told through the outbox; its being down moves no clock.
/// </summary>
public sealed class PushActivity : Activity
{
    public const string TypeName = "Bpm.Push";

    private readonly Input<string> _department;

    private readonly bool _also;

    private PushActivity(NodeReader node)
    {
        _department = node.Input<string>("department", "");
        _also = Choices.Read(node, "mode", "take", "also") == "also";
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "派单", "把案件交给承办部门或单位，并推送到它的系统（汇尼、GIS）。")
        {
            Inputs =
            [
                ComplaintInputs.Listed("Department", "部门", "交给哪个部门；可用变量或表达式。", Pickers.OneDepartment),
                ComplaintInputs.Choice("Mode", "方式", "主办部门只有一个，可另有协办部门。", ("take", "主办：案件由它承办"), ("also", "协办：承办部门不变")),
            ],
        },
        node => new PushActivity(node));

    /// <summary>Department code; null where it depends on the case.</summary>
    public string? FixedDepartment => _department.IsConstant ? _department.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var code = c.Get(_department) ?? "";
        var department = scope.Directory.Department(code)
            ?? throw new ActivityFaultException(code.Length == 0 ? "派单没有指定部门。" : $"派单的部门“{code}”不存在。");
        var given = _also ? scope.Complaint.Involve(department.Code) : scope.Complaint.HandOver(department.Code, scope.Now);
        if (given.IsRefused)
            throw new ActivityFaultException(given.Refusal.Message);
        if (department.PushSystem is { } system)
            scope.Outbox.Add(new(system, "push", department.Code));
        scope.Record("case.handed-over", $"case:{scope.Complaint.Number}", department.Code);
        c.Journal("Pushed", department.Code);
        c.Complete();
    }
}
