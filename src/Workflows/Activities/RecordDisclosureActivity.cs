using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Records what a step decided about the request for disclosure that waits longest: who allowed what to whom, or that it was refused
/// (B art. 7(2)). The step's form fields <c>recipient</c> and <c>scope</c> say what was allowed; left blank, what was asked for.
/// </summary>
public sealed class RecordDisclosureActivity : Activity
{
    public const string TypeName = "Bpm.RecordDisclosure";

    private readonly bool _granted;

    private RecordDisclosureActivity(NodeReader node)
    {
        Step = node.Fixed<string>("step", "");
        _granted = Choices.Read(node, "granted", "False", "True") == "True";
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "记录对外提供授权", "记录某步骤对“对外提供”申请的决定：授权给谁、提供什么，或不授权。")
        {
            Inputs =
            [
                ComplaintInputs.Step("决定授权的步骤代码；取其表单的“提供给谁”（recipient）和“提供内容”（scope）。"),
                ComplaintInputs.Choice("Granted", "决定", "记入案件。", ("False", "不授权"), ("True", "授权")),
            ],
        },
        node => new RecordDisclosureActivity(node));

    /// <summary>Step that decided.</summary>
    public string Step { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var task = scope.Complaint.LastCompleted(Step)
            ?? throw new ActivityFaultException($"步骤“{Step}”还没有办理过，没有授权决定可记录。");
        scope.DecideDisclosure(_granted, task);
        c.Complete();
    }
}
