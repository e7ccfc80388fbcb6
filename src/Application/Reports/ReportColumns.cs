using System.Globalization;
using Bpm.Domain.Reports;

namespace Bpm.Application.Reports;

/// <summary>The columns of each kind of report, as the regulation's forms have them.</summary>
internal static class ReportColumns
{
    private static readonly ReportColumn _number = new("受理编号", line => line.Complaint);
    private static readonly ReportColumn _category = new("类别", line => line.CategoryName);
    private static readonly ReportColumn _channel = new("受理渠道", line => line.ChannelName);
    private static readonly ReportColumn _department = new("责任部门", line => line.DepartmentName);
    private static readonly ReportColumn _article = new("条款", line => line.Article ?? line.Rule);
    private static readonly ReportColumn _duty = new("办理事项", line => line.RuleName);
    private static readonly ReportColumn _due = new("到期时间", line => Moment(line.DueAt));
    private static readonly ReportColumn _ended = new("完成时间", line => Moment(line.EndedAt));
    private static readonly ReportColumn _overdue = new("逾期时长", line => line.OverdueFor);

    private static readonly ReportColumn[] _followUps =
    [
        _number, new("回访时间", line => Moment(line.At)), _channel, _category, new("客户姓名", line => line.Customer), new("联系电话", line => line.Phone),
        new("第几次", line => line.Attempt?.ToString(CultureInfo.InvariantCulture)), new("回访结果", line => line.ResultName),
        new("客户意见", line => line.Note), new("回访人", line => line.ByName),
    ];

    private static readonly ReportColumn[] _open = [_number, _category, _channel, _department, _article, _duty, _due, _overdue];
    private static readonly ReportColumn[] _month = [_number, _category, _channel, _department, _article, _duty, _due, _ended, _overdue];

    private static readonly ReportColumn[] _weak =
        [.. _month, new("检查时间", line => Moment(line.At)), new("检查人", line => line.ByName), new("检查发现", line => line.Findings)];

    public static IReadOnlyList<ReportColumn> Of(ReportSource source) => source switch
    {
        ReportSource.FollowUps => _followUps,
        ReportSource.Overdue => _open,
        ReportSource.Breaches => _month,
        ReportSource.WeakReplies => _weak,
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    // The moment carries the organisation's offset already.
    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
