using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Publishes the workflow definition whose publishing the case asks for, or declines it. In the burst's transaction: where the definition cannot
/// be published, the step before it is refused.
/// </summary>
public sealed class PublicationActivity : Activity
{
    public const string TypeName = "Bpm.Publication";

    private readonly PublicationDecision _decision;

    private PublicationActivity(NodeReader node) =>
        _decision = Choices.Read(node, "decision", "publish", "decline") == "decline" ? PublicationDecision.Decline : PublicationDecision.Publish;

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "流程发布", "发布申请中的流程，或不予发布。只用于发布审批。")
        {
            Inputs = [ComplaintInputs.Choice("Decision", "决定", "对申请发布的流程怎么办。", ("publish", "发布"), ("decline", "不予发布"))],
        },
        node => new PublicationActivity(node));

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        if (scope.Complaint.Category != scope.Directory.Profile.Publication?.Duty)
            throw new ActivityFaultException("“流程发布”只能用在发布审批的流程里。");
        scope.Publications.Add(_decision);
        c.Complete();
    }
}
