using System.Globalization;
using Bpm.Application.Administration.Connectors;
using Bpm.Application.Administration.People;
using Bpm.Application.Administration.Trails;
using Bpm.Application.Complaints;
using Bpm.Application.Reports;
using Bpm.Application.Statistics;
using Bpm.Application.Supervision;
using Bpm.Application.Tasks;
using Bpm.Application.Worklists;

namespace Bpm.Benchmarks.Lists;

/// <summary>A list that is measured.</summary>
/// <param name="Name">Chinese where staff see it so.</param>
/// <param name="Request">The use case as somebody asks it; null where there is none for that person.</param>
/// <param name="Page">The page that shows it; null where no page does.</param>
/// <param name="IsFigure">It counts instead of listing; the limit of lists is not its own.</param>
internal sealed record MeasuredList(string Name, Func<ListSample, object?> Request, Func<ListSample, string>? Page = null, bool IsFigure = false)
{
    private const int Rows = 50;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasuredList> All { get; } =
    [
        new("工作台 counts", _ => new CountTasks(), _ => "/badge"),
        .. ((string[])["mine", "available", "started", "copied", "done"]).SelectMany(Desk),
        Cases("all", ""),
        Cases("page 200", "page=200"),
        Cases("open", "status=open"),
        Cases("closed, page 500", "status=closed&page=500"),
        Cases("category", "category={category}"),
        Cases("category, page 100", "category={category}&page=100"),
        Cases("channel", "channel={channel}"),
        Cases("category, channel, open", "category={category}&channel={channel}&status=open"),
        Cases("number", "number={number}"),
        Cases("part of a number", "number=0729-1"),
        Cases("day", "from={day}&to={day}"),
        Cases("year", "from=2025-01-01&to=2025-12-31"),
        Cases("channel, year", "channel={channel}&from=2025-01-01&to=2025-12-31"),
        new("登记 history by phone", sample => new FindSimilar(sample.Phone, null, null, null)),
        new("登记 history by phone, address, account", sample => new FindSimilar(sample.Phone, sample.Address, sample.Account, sample.Category)),
        .. Enumerable.Range(0, 4).Select(at => new MeasuredList(
            $"工作清单 {at + 1}", sample => sample.Worklist(at) is { } code ? new GetWorklist(code) : null, sample => "/worklists/" + sample.Worklist(at))),
        new("微信检查 replies of a day", sample => sample.RepliesList is { } code ? new ListDayReplies(code, sample.Day) : null),
        new("纪检 open", _ => new ListConfidential("open", 0, 30), _ => "/discipline"),
        new("纪检 all, page 20", _ => new ListConfidential(null, 20, 30), _ => "/discipline?status=all&page=20"),
        Supervision("", null, null, null, null, null, 0),
        Supervision("by=person", "person", null, null, null, null, 0),
        Supervision("page=41", null, null, null, null, null, 40),
        Supervision("state=overdue", null, null, null, null, "overdue", 0),
        Supervision("hours=168", null, null, null, null, null, 0, 168),
        new("督办 a department", sample => new GetSupervision(null, sample.Department, null, null, null, null, null, 0, Rows), sample => $"/supervision?department={sample.Department}"),
        new("督办 a person", sample => new GetSupervision("person", null, sample.Person, null, null, null, null, 0, Rows), sample => $"/supervision?by=person&person={sample.Person}"),
        new("督办 an article", sample => new GetSupervision(null, null, null, sample.Rule, null, null, null, 0, Rows), sample => $"/supervision?rule={sample.Rule}"),
        new("督办 a channel", sample => new GetSupervision(null, null, null, null, sample.Channel, null, null, 0, Rows), sample => $"/supervision?channel={sample.Channel}"),
        Report("overdue", ""),
        Report("follow-up-register", "date={day}"),
        Report("follow-up-register", "from=2026-09-01&to=2026-09-29"),
        Report("monthly-overdue", ""),
        Report("training-list", ""),
        new("统计 month", _ => new GetStatistics("2026-08-01", "2026-08-31"), _ => "/dashboard?from=2026-08-01&to=2026-08-31", IsFigure: true),
        new("统计 year", _ => new GetStatistics("2025-09-01", "2026-08-31"), _ => "/dashboard?from=2025-09-01&to=2026-08-31", IsFigure: true),
        new("月度分析", _ => new GetAnalysis("2026-08"), _ => "/dashboard/analysis?month=2026-08", IsFigure: true),
        Behind("month, received", "2026-08-01", "2026-08-31", "received", 0),
        Behind("month, late", "2026-08-01", "2026-08-31", "late", 0),
        Behind("month, dissatisfied", "2026-08-01", "2026-08-31", "dissatisfied", 0),
        Behind("year, late, page 20", "2025-09-01", "2026-08-31", "late", 20),
        Audit("30 days", null, null, null, null, 0),
        Audit("30 days, page 100", null, null, null, null, 100),
        Audit("a person", "a.hotline", null, null, null, 0),
        Audit("an action", null, "task.completed", null, null, 0),
        Audit("a group of actions", null, "task.", null, null, 0),
        Audit("three years", null, null, new(2023, 10, 1), null, 0),
        new("审计 a case", sample => new SearchAudit(null, sample.Number, null, null, null, 0, Rows), sample => $"/admin/audit?number={sample.Number}"),
        new("提醒", _ => new ListNotices(null)),
        new("人员", _ => new ListPeople(null, null, false, 0, Rows), _ => "/admin/people"),
        new("外部系统", _ => new ListConnectors(null, 0, Rows), _ => "/admin/connectors"),
    ];

    private static IEnumerable<MeasuredList> Desk(string scope)
    {
        yield return One("", new(scope, null, 0, Rows));
        yield return One("page=8", new(scope, null, 8, Rows));
        yield return One("category={category}", new(scope, null, 0, Rows), (request, sample) => request with { Category = sample.Category });
        yield return One("department={department}", new(scope, null, 0, Rows), (request, sample) => request with { Department = sample.Department });
        yield return One("urgency=overdue", new(scope, null, 0, Rows) { Urgency = "overdue" });
        yield return One("urgency=calm", new(scope, null, 0, Rows) { Urgency = "calm" });
        yield return One("text=0901-1", new(scope, null, 0, Rows) { Text = "0901-1" });
        yield return One("order=newest", new(scope, null, 0, Rows) { Order = "newest" });

        MeasuredList One(string query, ListTasks request, Func<ListTasks, ListSample, ListTasks>? narrowed = null) => new(
            $"工作台 {scope} {query}", sample => narrowed?.Invoke(request, sample) ?? request, sample => $"/?scope={scope}&{sample.Fill(query)}");
    }

    private static MeasuredList Cases(string name, string query) => new(
        $"工单 {name}",
        sample =>
        {
            var parts = sample.Fill(query).Split('&', StringSplitOptions.RemoveEmptyEntries).ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
            return new ListComplaints(
                parts.GetValueOrDefault("status"), parts.GetValueOrDefault("category"), parts.GetValueOrDefault("channel"), parts.GetValueOrDefault("number"),
                ListSample.Begin(parts.GetValueOrDefault("from")), ListSample.Begin(parts.GetValueOrDefault("to"))?.AddDays(1), int.Parse(parts.GetValueOrDefault("page", "0"), CultureInfo.InvariantCulture), 30);
        },
        sample => "/cases?" + sample.Fill(query));

    private static MeasuredList Supervision(string query, string? by, string? department, string? person, string? rule, string? state, int page, int? hours = null) => new(
        $"督办 {query}", _ => new GetSupervision(by, department, person, rule, null, state, hours, page, Rows), _ => "/supervision?" + query);

    private static MeasuredList Report(string code, string query) => new(
        $"报表 {code} {query}",
        sample =>
        {
            var parts = sample.Fill(query).Split('&', StringSplitOptions.RemoveEmptyEntries).ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
            return new GetReport(code, parts.GetValueOrDefault("date"), parts.GetValueOrDefault("from"), parts.GetValueOrDefault("to"), null) { PageSize = 100 };
        },
        sample => $"/reports/{code}?{sample.Fill(query)}");

    private static MeasuredList Behind(string name, string from, string to, string measure, int page) => new(
        $"统计明细 {name}", _ => new ListStatisticsCases(from, to, measure, null, null, null, null, null, null, page, Rows),
        _ => $"/dashboard/cases?from={from}&to={to}&measure={measure}&page={page + 1}");

    private static MeasuredList Audit(string name, string? actor, string? action, DateOnly? from, DateOnly? to, int page) => new(
        $"审计 {name}", _ => new SearchAudit(actor, null, action, from, to, page, Rows),
        _ => $"/admin/audit?actor={actor}&action={action}&from={from:yyyy-MM-dd}&page={page}");
}
