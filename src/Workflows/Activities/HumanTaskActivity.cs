using System.Globalization;
using Bpm.Domain.Tasks;
using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Migration;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Opens a task for people and waits. Whoever completes the task resumes the bookmark whose id the task carries; the outcome and the
/// captured codes are read from the task itself, so that the task is the only truth. Cancelled with its branch.
/// </summary>
public sealed class HumanTaskActivity : Activity
{
    public const string TypeName = "Bpm.HumanTask";

    /// <summary>The outcome of a task that names none: what the designer shows of a task that was just drawn.</summary>
    public const string DefaultOutcome = "Done";

    // A complaint cannot become a category of faults.
    private const string CategoryPicker = "$categories";

    private readonly Input<string> _title;
    private readonly Input<IReadOnlyList<string>> _candidates;
    private readonly Input<string> _rule;
    private readonly Input<IReadOnlyList<string>> _exclude;
    private readonly IReadOnlyList<string> _ports;

    private HumanTaskActivity(NodeReader node)
    {
        Step = node.Fixed<string>("step", "");
        _title = node.Input<string>("title", "");
        _candidates = node.Input<IReadOnlyList<string>>("candidates", []);
        _ports = node.Fixed<IReadOnlyList<string>>("outcomes", []) is { Count: > 0 } outcomes ? outcomes : [DefaultOutcome];
        Form = node.Fixed<string>("form", "");
        _rule = node.Input<string>("rule", "");
        _exclude = node.Input<IReadOnlyList<string>>("exclude", []);
        Capture = node.Fixed<IReadOnlyList<string>>("capture", []);
        Access = node.Fixed("caseAccess", TaskAccess.Full);
        Texts = node.Fixed<IReadOnlyList<string>>("texts", []);
        if (Step.Length == 0)
            throw node.Error("人工任务没有步骤代码（step），请填写。");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "人工任务", "给人派一件事，等他办完；办理结果决定往哪走。")
        {
            Kind = ActivityKind.Action,
            Inputs =
            [
                new("Step", "String", "步骤代码", "固定代码，报表和时限按它统计，用英文小写，例如 site-check；建好后不要改。"),
                new("Title", "String", "名称", "办理人看到的任务名称。"),
                ComplaintInputs.List("Candidates", "候选人", "谁可以签收：role:岗位、dept:部门、head:部门（负责人）、leader:部门（分管负责人）、user:用户名；可用表达式。", Pickers.Candidates),
                new("Outcomes", "String[]", "结果选项", "办理人可选的结果，每个是一个出口；不填则只有 Done（完成）。中文名在 forms.json。") { UIHint = "dynamic-outcomes" },
                ComplaintInputs.Listed("Form", "表单", "forms.json 中的表单；不填则只选结果。", Pickers.Forms),
                ComplaintInputs.Rule("该条款正在计时的时限就是任务的到期时间；可不填。"),
                ComplaintInputs.List("Exclude", "回避", "不得办理的人：doer:步骤代码（办过该步骤的人）、user:用户名；可用表达式。被投诉人总是回避。", Pickers.Exclusions),
                ComplaintInputs.List("Capture", "存入变量", "把这些表单项存入同名流程变量；只能是代码类（可选值、数字、是否），不能是文字。", Pickers.Fields, "Form"),
                ComplaintInputs.Choice("CaseAccess", "可见内容", "保密案件中办理人能看到什么。", ("full", "案件全部内容"), ("opinion", "只有已反馈的处理意见")),
                ComplaintInputs.List("Texts", "须备的用语", "办理人须照此说的固定用语，rules.json 中 texts 的编号，例如 A-5.2c。", Pickers.Texts),
            ],
        },
        node => new HumanTaskActivity(node));

    /// <summary>Stable step code.</summary>
    public string Step { get; }

    /// <summary>Form id; empty for none.</summary>
    public string Form { get; }

    /// <summary>Tokens of people who may not have the task, where they do not depend on the case; else null.</summary>
    public IReadOnlyList<string>? FixedExclude => _exclude.IsConstant ? _exclude.Constant : null;

    /// <summary>Form fields that become variables.</summary>
    public IReadOnlyList<string> Capture { get; }

    /// <summary>What of a confidential case the task shows.</summary>
    public TaskAccess Access { get; }

    /// <summary>Candidate tokens, where they do not depend on the case; else null.</summary>
    public IReadOnlyList<string>? FixedCandidates => _candidates.IsConstant ? _candidates.Constant : null;

    /// <summary>Article of the due time; empty for none, null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    /// <summary>Ids of the fixed texts that the task shows to its holder.</summary>
    public IReadOnlyList<string> Texts { get; }

    public override IReadOnlyList<string> Ports => _ports;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var candidates = c.Get(_candidates);
        if (candidates.Count == 0 || candidates.FirstOrDefault(token => !scope.Directory.Knows(token)) is not null)
            throw new ActivityFaultException($"步骤“{Step}”的候选人无效：{(candidates.Count == 0 ? "没有候选人" : string.Join('、', candidates))}。");

        var bookmark = c.CreateBookmark(TypeName, Step);
        if (scope.TakenBack is { } takenBack && takenBack.NodePath == c.Node.Path)
        {
            scope.TakenBack = null;
            scope.Complaint.WaitAgain(takenBack, bookmark.Id);
            c.State = takenBack.Id.ToString("N", CultureInfo.InvariantCulture);
            return;
        }

        var task = scope.OpenTask(
            Step, Title(c), candidates, Outcomes(scope), FilledForm(scope), ExcludedIn(c, scope), c.Get(_rule), Access, Texts, bookmark.Id, c.Node.Path);
        c.State = task.Id.ToString("N", CultureInfo.InvariantCulture);
        if (!task.Candidates.SelectMany(scope.Directory.UsersWith).Any(user => !task.Excluded.Contains(user)))
            c.Journal("NobodyLeft", Step);
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        var task = TaskOf(c) is { State: TaskState.Completed } completed
            ? completed
            : throw new ActivityFaultException($"步骤“{Step}”的任务尚未完成，流程不能继续。");
        foreach (var field in Capture)
        {
            if (CodeFields.Read(task, field) is { } value)
                c.SetVariable(field, value);
        }

        c.Complete(task.Outcome!);
    }

    public override void Cancelled(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        if (TaskOf(c) is not { } task)
            return;
        scope.Complaint.CancelSigners(task, scope.Now);
        if (task.Cancel(scope.Now))
            scope.Record("task.cancelled", $"task:{task.Id:N}", Step);
    }

    /// <summary>The open task stays as it is: it is the same step of the regulation, or the run cannot go on here.</summary>
    public override void TakeOver(RunMove move)
    {
        if (move.From.Activity is HumanTaskActivity former && former.Step != Step)
            move.Refuse($"步骤 “{move.From.Label}” 的步骤代码是 {former.Step}，目标版本中的 “{move.To.Label}” 是 {Step}：已开出的任务不能变成另一种任务。");
    }

    private static HumanTask? TaskOf(ActivityContext c) =>
        Guid.TryParse(c.State as string, out var id) ? c.Host<CaseScope>().Complaint.Task(id) : null;

    private string Title(ActivityContext c) => c.Get(_title) is { Length: > 0 } title ? title : c.Node.DisplayText ?? Step;

    // A step drawn a minute ago works before somebody has found the Chinese words for its outcomes; the check asks for them.
    private TaskOutcome[] Outcomes(CaseScope scope) => [.. _ports.Select(name => scope.Forms.Outcome(Step, name) ?? new TaskOutcome(name, name))];

    private TaskForm FilledForm(CaseScope scope)
    {
        if (Form.Length == 0)
            return TaskForm.Empty;
        var form = scope.Forms.Form(Form) ?? throw new ActivityFaultException($"步骤“{Step}”的表单“{Form}”不存在。");
        return form.Resolve(picker => picker == CategoryPicker
            ? [.. scope.Directory.Options(picker).Where(option => scope.Directory.Profile.Categories[option.Code].Kinds.Contains(scope.Complaint.Kind))]
            : scope.Directory.Options(picker));
    }

    private string[] ExcludedIn(ActivityContext c, CaseScope scope) => [.. c.Get(_exclude).SelectMany(token => ExcludeToken.Users(token, scope.Complaint)).Distinct()];
}
