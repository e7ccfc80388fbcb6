using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Migration;
using Bpm.Workflows.Cases;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Waits until a clock of an article warns, breaches or ends, and leaves by the port of that name. Events that are not chosen leave it
/// waiting. Where no clock of the article runs, or an expression names no article, it leaves by <c>Stopped</c> at once. What happened
/// before it began to wait does not count.
/// </summary>
public sealed class WaitForClockActivity : Activity
{
    public const string TypeName = ClockEvents.Bookmark;

    private readonly Input<string> _rule;
    private readonly IReadOnlyList<string> _events;

    private WaitForClockActivity(NodeReader node)
    {
        _rule = node.Input<string>("rule", "");
        _events = node.Fixed("events", ClockEvents.All);
        if (_events.FirstOrDefault(e => !ClockEvents.All.Contains(e)) is { } unknown)
            throw node.Error($"没有“{unknown}”这种时限事件，可用：{string.Join('、', ClockEvents.All)}。");
    }

    /// <summary>What the designer shows, and how a node is compiled.</summary>
    public static ActivityType Type { get; } = new(
        new(TypeName, ComplaintInputs.Category, "等待时限", "等到该条款的时钟预警、超期或停止，再往下走。")
        {
            Inputs =
            [
                ComplaintInputs.Rule("rules.json 中的条款号。"),
                ComplaintInputs.Ticks("Events", "等哪些事件", "Warned 预警、Breached 超期、Stopped 停止；只等选中的。", (ClockEvents.Warned, "预警"), (ClockEvents.Breached, "超期"), (ClockEvents.Stopped, "停止")),
            ],
            Ports = ComplaintInputs.Ports((ClockEvents.Warned, "预警"), (ClockEvents.Breached, "超期"), (ClockEvents.Stopped, "停止")),
        },
        node => new WaitForClockActivity(node));

    /// <summary>Article id; null where it depends on the case.</summary>
    public string? FixedRule => _rule.IsConstant ? _rule.Constant : null;

    public override IReadOnlyList<string> Ports => _events;

    public override StepTiming Timing => StepTiming.WaitsBeside;

    public override void Execute(ActivityContext c)
    {
        var scope = c.Host<CaseScope>();
        var article = c.Get(_rule);
        if (string.IsNullOrEmpty(article) && !_rule.IsConstant && _events.Contains(ClockEvents.Stopped))
        {
            c.Complete(ClockEvents.Stopped);
            return;
        }

        var rule = scope.RunningRule(article);
        if (scope.Running(rule.Id).Any() || !_events.Contains(ClockEvents.Stopped))
            c.CreateBookmark(ClockEvents.Bookmark, rule.Id, autoBurn: false);
        else
            c.Complete(ClockEvents.Stopped);
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        if (payload is not string happened || !_events.Contains(happened))
            return;
        // Of several rounds the last one's end counts.
        if (happened == ClockEvents.Stopped && c.Host<CaseScope>() is var scope && scope.Running(scope.RunningRule(bookmark.Payload!).Id).Any())
            return;
        c.Complete(happened);
    }

    /// <summary>It waits for the article that it began to wait for; another one's clock may have ended already.</summary>
    public override void TakeOver(RunMove move)
    {
        if (move.From.Activity is WaitForClockActivity former && former.FixedRule != FixedRule)
            move.Refuse($"步骤 “{move.From.Label}” 在等条款 {former.FixedRule ?? "（由表达式决定）"}，目标版本中的 “{move.To.Label}” 等的是 {FixedRule ?? "（由表达式决定）"}。");
    }
}
