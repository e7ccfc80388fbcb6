using System.Globalization;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Scenarios;

/// <summary>Compares what came of a scenario with what it expects.</summary>
internal static class ScenarioComparison
{
    public static IReadOnlyList<string> Differences(CaseWalk walk, Scenario scenario, Pack pack)
    {
        var (expect, complaint, zone) = (scenario.Expect, walk.Complaint, pack.Calendar.Zone);
        var found = new List<string>();
        var ends = expect.Clocks.Where(c => c.Ended is not null).Select(c => (c.Rule, c.Round)).ToHashSet();
        Compare("时限",
            Sorted(complaint.Clocks.Select(c => Clock(c.RuleId, c.Round, c.DueAt, c.State.ToString(), c.Estimated, ends.Contains((c.RuleId, c.Round)) ? c.EndedAt : null, zone))),
            Sorted(expect.Clocks.Select(c => Clock(c.Rule, c.Round, c.Due, c.State, c.Estimated, c.Ended, zone))), found);
        Compare("办结方式", complaint.Ending ?? "", expect.Ending ?? "", found);
        Compare("是否属实", complaint.Founded?.ToString() ?? "", expect.Founded?.ToString() ?? "", found);
        if (expect.Notices is not null)
        {
            var timed = expect.Notices.Where(n => n.At is not null).Select(n => (n.Rule, n.Rung)).ToHashSet();
            var delivered = expect.Notices.Where(n => n.Reaches is not null).Select(n => (n.Rule, n.Rung)).ToHashSet();
            var raised = complaint.Notices.Where(n => n.RuleId is not null)
                .GroupBy(n => (n.ClockId, Rule: n.RuleId!, Rung: n.Rung!, Reaches: delivered.Contains((n.RuleId!, n.Rung!)) ? n.DeliverAt : (DateTimeOffset?)null));
            Compare("提醒",
                Sorted(raised.Select(g => Notice(g.Key.Rule, g.Key.Rung, g.Select(n => n.Recipient), timed.Contains((g.Key.Rule, g.Key.Rung)) ? g.First().RaisedAt : null, g.Key.Reaches, zone))),
                Sorted(expect.Notices.Select(n => Notice(n.Rule, n.Rung, n.To, n.At, n.Reaches, zone))), found);
        }

        if (expect.Told is not null)
        {
            Compare("通知", Sorted(complaint.Notices.Where(n => n.RuleId is null).Select(n => $"{n.Kind} {n.Recipient}")),
                Sorted(expect.Told), found);
        }

        if (expect.Replies is not null)
            Compare("答复", Lines(complaint.Replies.Select(r => r.Kind)), Lines(expect.Replies), found);
        if (expect.Texts is not null)
            Compare("答复内容", Lines(complaint.Replies.Select(r => r.Text.Value)), Lines(expect.Texts.Select(id => pack.Rules.FindText(id)?.Text ?? id)), found);
        if (expect.FollowUps is not null)
            Compare("回访", Lines(complaint.FollowUps.Select(f => f.Result.ToString())), Lines(expect.FollowUps), found);
        if (expect.Outbox is not null)
            Compare("推送", Lines(walk.Outbox.Select(o => o.Kind == "push" ? $"{o.System} {o.Kind} {o.Reference}" : $"{o.System} {o.Kind}")), Lines(expect.Outbox), found);
        if (expect.Publications is not null)
            Compare("发布", Lines(walk.Publications.Select(p => p.ToString())), Lines(expect.Publications), found);
        if (expect.Reports is not null)
            Compare("报表", Lines(walk.Reports.Select(r => $"{r.Action} {r.Code}")), Lines(expect.Reports), found);
        if (expect.Attributes is not null)
            Compare("属性", Sorted(complaint.Attributes.Select(a => $"{a.Key}={a.Value}")), Sorted(expect.Attributes.Select(a => $"{a.Key}={a.Value}")), found);
        if (scenario.Ends)
        {
            Compare("流程结束", walk.Instance.IsEnded.ToString(), "True", found);
            Compare("未办待办", Lines(walk.Open.Select(t => t.Step)), "", found);
            Compare("未停时限", Lines(complaint.Clocks.Where(c => !c.IsEnded).Select(c => c.RuleId)), "", found);
        }

        return found;
    }

    private static void Compare(string what, string actual, string expected, List<string> found)
    {
        if (actual != expected)
            found.Add($"{what}应为：\n{expected}\n实为：\n{actual}");
    }

    private static string Clock(string rule, int round, DateTimeOffset due, string state, bool estimated, DateTimeOffset? ended, TimeZoneInfo zone) =>
        $"{rule} #{round.ToString(CultureInfo.InvariantCulture)} {Local(due, zone)} {state.ToLowerInvariant()}{(estimated ? " estimated" : "")}{(ended is { } at ? $" ended {Local(at, zone)}" : "")}";

    private static string Notice(string rule, string rung, IEnumerable<string> to, DateTimeOffset? at, DateTimeOffset? reaches, TimeZoneInfo zone) =>
        $"{rule} {rung}{(at is { } moment ? $" {Local(moment, zone)}" : "")}{(reaches is { } then ? $" reaches {Local(then, zone)}" : "")} -> {string.Join(", ", to.Order(StringComparer.Ordinal))}";

    private static string Local(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static string Sorted(IEnumerable<string> lines) => Lines(lines.Order(StringComparer.Ordinal));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
