using Bpm.Domain.Notices;
using Bpm.Engine.Activities;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>Tells staff something. A confidential case sends neutral words instead; the accused are told nothing; quiet hours hold it.</summary>
public sealed class NotifyActivity : Activity
{
    public const string TypeName = "Bpm.Notify";

    private readonly Input<IReadOnlyList<string>> _to;
    private readonly Input<string> _text;
    private readonly NoticeKind _kind;

    private NotifyActivity(NodeReader node)
    {
        _to = node.Input<IReadOnlyList<string>>("to", []);
        _text = node.Input<string>("text", "");
        _kind = Choices.Read(node, "kind", "information", "copy") == "copy" ? NoticeKind.Copy : NoticeKind.Information;
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "通知", "给人发一条站内通知；保密案件自动换成中性文字。")
        {
            Inputs =
            [
                ComplaintInputs.List("To", "收件人", "role:岗位、dept:部门、head:部门、leader:部门、user:用户名、duty:值班表；head、leader 单写指承办部门。", Pickers.Recipients),
                new("Text", "String", "内容", "不要写客户姓名、电话等个人信息。") { UIHint = "multiline" },
                ComplaintInputs.Choice("Kind", "种类", "抄送的案件会列在收件人的“抄送我的”中。", ("information", "通知"), ("copy", "抄送")),
            ],
        },
        node => new NotifyActivity(node));

    /// <summary>Recipient tokens, where they do not depend on the case; else null.</summary>
    public IReadOnlyList<string>? FixedRecipients => _to.IsConstant ? _to.Constant : null;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        foreach (var (user, deliverAt) in scope.RecipientsOf(c.Get(_to), null, scope.Complaint.Department, alsoAtNight: false))
            scope.Complaint.RaiseNotice(new(user, _kind, c.Get(_text), scope.Now, deliverAt));
        c.Complete();
    }
}
