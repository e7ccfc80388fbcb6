using Bpm.Domain.Complaints;
using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Closes the case: every open task and running clock of it ends. Waits first while a clock of one of the articles in <c>after</c> runs.
/// The instance goes on, so that work which outlives the case may follow. Only a complaint is found true or not: of a consultation or
/// a fault nothing is recorded.
/// </summary>
public sealed class CloseActivity : Activity
{
    public const string TypeName = "Bpm.Close";

    private readonly Input<string> _ending;
    private readonly bool? _founded;

    private CloseActivity(NodeReader node)
    {
        _ending = node.Input<string>("ending", "");
        _founded = Choices.Read(node, "founded", "", "True", "False") switch { "True" => true, "False" => false, _ => null };
        After = node.Fixed<IReadOnlyList<string>>("after", []);
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "结案", "案件办结：停掉全部待办和时限。流程可以继续做结案后的事，最后接“完成”。")
        {
            Inputs =
            [
                new("Ending", "String", "办结方式", "代码，例如 satisfied 满意、replied 已答复、managed 决定办结、unreachable 无法回访、unfounded 不成立、untrue 不属实；可用变量。"),
                ComplaintInputs.Choice("Founded", "是否属实", "记入案件；咨询、故障没有属实与否，不记。", ("", "不改变"), ("True", "属实"), ("False", "不属实")),
                ComplaintInputs.List("After", "等这些时限停止后再结案", "条款号，例如 A-3.3c（补录）。", Pickers.Rules),
            ],
        },
        node => new CloseActivity(node));

    /// <summary>Ending code; null where it depends on the case.</summary>
    public string? FixedEnding => _ending.IsConstant ? _ending.Constant : null;

    /// <summary>Articles whose clocks must have ended before.</summary>
    public IReadOnlyList<string> After { get; }

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        if (Blocking(scope) is not { Length: > 0 } rules)
        {
            Close(c, scope);
            return;
        }

        foreach (var rule in rules)
            c.CreateBookmark(ClockEvents.Bookmark, rule, autoBurn: false);
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        var scope = c.Host<CaseScope>();
        // While it waited another path may have closed the case.
        if (!scope.Complaint.IsOpen)
            c.Complete();
        else if (Blocking(scope).Length == 0)
            Close(c, scope);
    }

    private string[] Blocking(CaseScope scope) =>
        [.. After.Select(id => scope.RuleOf(id).Id).Distinct().Where(id => scope.Running(id).Any())];

    private void Close(ActivityContext c, CaseScope scope)
    {
        var ending = c.Get(_ending);
        if (string.IsNullOrEmpty(ending))
            throw new ActivityFaultException("结案没有办结方式（ending）。");
        // Only a complaint can be found true or not.
        scope.Close(ending, scope.Complaint.Kind == ComplaintKind.Complaint ? _founded : null);
        c.Journal("Closed", ending);
        c.Complete();
    }
}
