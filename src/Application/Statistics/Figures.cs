namespace Bpm.Application.Statistics;

/// <summary>The numbers of some cases, as <see cref="StatisticsMeasure"/> tells them. A rate is from 0 to 1, null where nothing could be judged.</summary>
public sealed record Figures(
    long Received, long Unfounded, long Open, long Closed, long OnTime, long Late, long Responded, long Unanswered, long Resolved, long Unresolved,
    long Satisfied, long Dissatisfied)
{
    /// <summary>响应率: answered in time, of all answers that could be judged.</summary>
    public decimal? ResponseRate => Rate(Responded, Unanswered);

    /// <summary>按时办结率: closed in time, of all that are closed or late.</summary>
    public decimal? OnTimeRate => Rate(OnTime, Late);

    /// <summary>解决率: resolved, of all that are closed.</summary>
    public decimal? ResolutionRate => Rate(Resolved, Unresolved);

    /// <summary>满意率: satisfied, of all that said something.</summary>
    public decimal? SatisfactionRate => Rate(Satisfied, Dissatisfied);

    /// <summary>The number of a measure.</summary>
    public long Of(StatisticsMeasure measure) => measure switch
    {
        StatisticsMeasure.Received => Received,
        StatisticsMeasure.Unfounded => Unfounded,
        StatisticsMeasure.Open => Open,
        StatisticsMeasure.Closed => Closed,
        StatisticsMeasure.OnTime => OnTime,
        StatisticsMeasure.Late => Late,
        StatisticsMeasure.Responded => Responded,
        StatisticsMeasure.Unanswered => Unanswered,
        StatisticsMeasure.Resolved => Resolved,
        StatisticsMeasure.Unresolved => Unresolved,
        StatisticsMeasure.Satisfied => Satisfied,
        StatisticsMeasure.Dissatisfied => Dissatisfied,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>The sum of cells.</summary>
    internal static Figures Of(IEnumerable<StatisticsCell> cells)
    {
        var sums = new long[12];
        foreach (var cell in cells)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += cell.Counts[i];
        }

        return new(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8], sums[9], sums[10], sums[11]);
    }

    private static decimal? Rate(long good, long bad) => good + bad == 0 ? null : Math.Round((decimal)good / (good + bad), 4);
}
