using System.Globalization;
using Bpm.Domain.FollowUp;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Logs the call back that a step has just made, with its number, and leaves by the port of its result.</summary>
public sealed class FollowUpActivity : Activity
{
    public const string TypeName = "Bpm.FollowUp";

    /// <summary>Form field that holds what the customer said.</summary>
    public const string NoteField = "note";

    private FollowUpActivity(NodeReader node) => Step = node.Fixed<string>("step", "");

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "登记回访", "把回访结果记入回访登记表，并按结果分路。")
        {
            Inputs = [ComplaintInputs.Step("回访步骤的代码；它的结果须为 Satisfied、NotSatisfied、Unreachable。")],
            Ports = ComplaintInputs.Ports(
                (nameof(FollowUpResult.Satisfied), "满意"), (nameof(FollowUpResult.NotSatisfied), "不满意"), (nameof(FollowUpResult.Unreachable), "无法联系")),
        },
        node => new FollowUpActivity(node));

    /// <summary>Step that calls the customer back.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var task = scope.Complaint.LastCompleted(Step)
            ?? throw new ActivityFaultException($"步骤“{Step}”还没有办理过，没有回访结果可登记。");
        if (!Enum.TryParse<FollowUpResult>(task.Outcome, out var result) || !Enum.IsDefined(result))
            throw new ActivityFaultException($"步骤“{Step}”的结果“{task.Outcome}”不是回访结果。");
        var note = task.Answer?.Value.Text(NoteField) ?? task.Answer?.Value.Comment;
        var attempt = scope.Complaint.RecordFollowUp(result, task.CompletedBy ?? scope.Actor, note, scope.Now);
        c.Journal("FollowUp", string.Create(CultureInfo.InvariantCulture, $"{attempt.Attempt} {result}"));
        c.Complete(result.ToString());
    }
}
