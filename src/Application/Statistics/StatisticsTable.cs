using System.Globalization;
using Bpm.Application.Reports.Files;

namespace Bpm.Application.Statistics;

/// <summary>The cases behind a number as a table from whose rows every figure can be counted again.</summary>
public static class StatisticsTable
{
    private static readonly string[] _headings =
        ["受理编号", "受理时间", "类别", "受理渠道", "责任部门", "状态", "结案时间", "是否成立", "按时响应", "超过时限", "是否解决", "客户意见"];

    /// <summary>The table.</summary>
    public static Sheet Of(Page<StatisticsCaseView> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return new("统计明细", "统计明细", _headings, [.. cases.Items.Select(Row)]);
    }

    private static string?[] Row(StatisticsCaseView its) =>
    [
        its.Number, Moment(its.ReceivedAt), its.CategoryName, its.ChannelName, its.DepartmentName, its.Status == "closed" ? "已办结" : "办理中",
        Moment(its.ClosedAt), its.Unfounded ? "不成立" : "", Word(its.Responded, "按时", "超时"), its.Late ? "是" : "否",
        its.Status == "closed" ? its.Resolved ? "是" : "否" : "", Word(its.Satisfied, "满意", "不满意"),
    ];

    private static string Word(bool? value, string yes, string no) => value switch { true => yes, false => no, null => "" };

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
