using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Takes over what a step has found out about the case: every field of its form that is an attribute of the category (zone, pipe size).
/// Clocks whose rule depends on it are decided anew, from their original start.
/// </summary>
public sealed class LearnActivity : Activity
{
    public const string TypeName = "Bpm.Learn";

    private LearnActivity(NodeReader node) => Step = node.Fixed<string>("step", "");

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "登记查明情况", "把某步骤查明的区域、管径等记入案件；适用的时限随之从原起算时间重新核定。")
        {
            Inputs = [ComplaintInputs.Step("查明情况的步骤代码；取它表单里与案件属性同名的项。")],
        },
        node => new LearnActivity(node));

    /// <summary>Step that found out.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var task = c.Host<CaseScope>().Complaint.LastCompleted(Step)
            ?? throw new ActivityFaultException($"步骤“{Step}”还没有办理过，没有查明的情况可登记。");
        c.Host<CaseScope>().Learn(task);
        c.Complete();
    }
}
