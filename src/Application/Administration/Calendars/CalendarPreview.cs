namespace Bpm.Application.Administration.Calendars;

/// <summary>What another kind of day would change. Times carry the organisation's offset.</summary>
/// <param name="From">What the limits below are counted from.</param>
/// <param name="Limits">Limits in working days or hours that would end at another time, counted from there; by article.</param>
/// <param name="Same">How many of them would end when they end now.</param>
/// <param name="Clocks">Limits of open cases that would be computed anew to another time, by rule.</param>
/// <param name="Confidential">How many more are of strictly confidential cases, whose rules tell too much.</param>
/// <param name="IsWhole">False where only the soonest of very many open limits were looked at.</param>
public sealed record CalendarPreview(
    DateTimeOffset From, IReadOnlyList<CalendarPreview.Limit> Limits, int Same, IReadOnlyList<CalendarPreview.Moved> Clocks, int Confidential, bool IsWhole)
{
    /// <summary>One limit.</summary>
    /// <param name="Explanation">How the later answer comes about, in Chinese.</param>
    public sealed record Limit(string Rule, string Name, string Article, DateTimeOffset Before, DateTimeOffset After, string Explanation);

    /// <summary>The open limits of one rule.</summary>
    /// <param name="Before">Due time of the soonest of them now.</param>
    /// <param name="After">Its due time then.</param>
    public sealed record Moved(string Rule, string Name, string Article, int Count, DateTimeOffset Before, DateTimeOffset After);
}
