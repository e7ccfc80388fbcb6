using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Writes a new version of what the customer is told, or (kind <c>opinion</c>) releases an opinion inside the company. The text is the
/// field <c>text</c> of the step's last completed task, else its comment, else the fixed text. Where there is none of them the
/// process goes on without a reply and the journal says so.
/// </summary>
public sealed class ReplyActivity : Activity
{
    public const string TypeName = "Bpm.Reply";

    /// <summary>Form field that holds the text.</summary>
    public const string TextField = "text";

    private readonly string _kind;
    private readonly Input<string> _template;

    private ReplyActivity(NodeReader node)
    {
        _kind = Choices.Read(node, "kind", ReplyKinds.Final, ReplyKinds.First, ReplyKinds.Progress, ReplyKinds.Opinion);
        Step = node.Fixed<string>("step", "");
        _template = node.Input<string>("template", "");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "答复客户", "记录一版答复；微信渠道同时发给客户。每一版都保留。")
        {
            Inputs =
            [
                ComplaintInputs.Choice("Kind", "种类", "这是哪一种答复。", (ReplyKinds.Final, "处理结果"), (ReplyKinds.First, "首次答复"), (ReplyKinds.Progress, "办理进展"), (ReplyKinds.Opinion, "内部处理意见（不发给客户）")),
                ComplaintInputs.Step("取该步骤最近一次填写的“答复内容”（text）。"),
                ComplaintInputs.Listed("Template", "固定用语", "没有填写内容时用 rules.json 中的这段固定用语，例如 A-5.3b。", Pickers.Texts),
            ],
        },
        node => new ReplyActivity(node));

    /// <summary>Step whose text is taken; empty for none.</summary>
    public string Step { get; }

    /// <summary>Fixed text id, empty for none; null where it depends on the case.</summary>
    public string? FixedTemplate => _template.IsConstant ? _template.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var task = Step.Length > 0 ? scope.Complaint.LastCompleted(Step) : null;
        if (Written(task) is { } text)
            Write(scope, text, task!.CompletedBy ?? scope.Actor);
        else if (c.Get(_template) is { Length: > 0 } id)
            Write(scope, Fixed(scope, id), task?.CompletedBy ?? scope.Actor);
        else
            c.Journal("NoText", Step);
        c.Complete();
    }

    private static string? Written(HumanTask? task)
    {
        var text = task?.Answer?.Value.Text(TextField) ?? task?.Answer?.Value.Comment;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string Fixed(CaseScope scope, string id) =>
        scope.Rules.FindText(id)?.Text ?? throw new ActivityFaultException($"固定用语“{id}”不存在。");

    private void Write(CaseScope scope, string text, string by)
    {
        if (scope.WriteReply(_kind, text, by).Refusal is { } refusal)
            throw new ActivityFaultException(refusal.Message);
    }
}
