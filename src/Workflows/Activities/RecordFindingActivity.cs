using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Records whether a complaint is true, with the accused persons and unit that the step's form names
/// (<see cref="PersonsField"/>, <see cref="UnitField"/>). The accused lose every task of the case at once.
/// </summary>
public sealed class RecordFindingActivity : Activity
{
    public const string TypeName = "Bpm.RecordFinding";

    /// <summary>Form field with the accused persons' user names.</summary>
    public const string PersonsField = "accusedPersons";

    /// <summary>Form field with the accused unit's code.</summary>
    public const string UnitField = "accusedUnit";

    private readonly bool _founded;

    private RecordFindingActivity(NodeReader node)
    {
        Step = node.Fixed<string>("step", "");
        _founded = node.Fixed("founded", false);
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "认定结果", "记录投诉是否属实以及被投诉的人和单位；被投诉人从此回避。")
        {
            Inputs =
            [
                ComplaintInputs.Step("调查步骤的代码；取它表单里的被投诉人（accusedPersons）、被投诉单位（accusedUnit）。"),
                new("Founded", "Boolean", "属实", "勾选表示属实。") { UIHint = "checkbox", DefaultValue = false },
            ],
        },
        node => new RecordFindingActivity(node));

    /// <summary>Step that investigated.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var answer = scope.Complaint.LastCompleted(Step)?.Answer?.Value
            ?? throw new ActivityFaultException($"步骤“{Step}”还没有办理过，没有认定结果可记录。");
        var recorded = scope.Complaint.RecordFinding(_founded, answer.Texts(PersonsField), answer.Text(UnitField), scope.Now);
        if (recorded.IsRefused)
            throw new ActivityFaultException(recorded.Refusal.Message);
        scope.Record("case.finding", $"case:{scope.Complaint.Number}", _founded ? "founded" : "unfounded");
        c.Complete();
    }
}
