using System.Globalization;
using Bpm.Application.Statistics;
using Bpm.Web.Language;

namespace Bpm.Web.Dashboard;

/// <summary>Figures in words.</summary>
public static class FigureWords
{
    /// <summary>What a measure counts.</summary>
    public static string Of(StatisticsMeasure? measure, Words words) => measure switch
    {
        null => words["全部案件"],
        StatisticsMeasure.Received => words["受理的案件"],
        StatisticsMeasure.Unfounded => words["不成立的案件"],
        StatisticsMeasure.Open => words["办理中的案件"],
        StatisticsMeasure.Closed => words["已办结的案件"],
        StatisticsMeasure.OnTime => words["按时办结的案件"],
        StatisticsMeasure.Late => words["超过时限的案件"],
        StatisticsMeasure.Responded => words["按时响应的案件"],
        StatisticsMeasure.Unanswered => words["响应超时的案件"],
        StatisticsMeasure.Resolved => words["已解决的案件"],
        StatisticsMeasure.Unresolved => words["未解决即办结的案件"],
        StatisticsMeasure.Satisfied => words["客户满意的案件"],
        StatisticsMeasure.Dissatisfied => words["客户不满意的案件"],
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>A rate as per cent with one place; a dash where nothing could be judged.</summary>
    public static string Rate(decimal? rate) => rate is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>A rate for the charts; empty where there is none.</summary>
    public static string Value(decimal? rate) => rate?.ToString(CultureInfo.InvariantCulture) ?? "";
}
