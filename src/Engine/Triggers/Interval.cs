namespace Bpm.Engine.Triggers;

/// <summary>Every so often, counted from publishing.</summary>
/// <param name="Span">Length of the interval, at least <see cref="Shortest"/>.</param>
internal sealed record Interval(TimeSpan Span) : ITimetable
{
    /// <summary>Nothing starts more often than once a second.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public string Text => Span.ToString("c");

    public DateTimeOffset? NextAfter(DateTimeOffset moment, DateTimeOffset publishedAt)
    {
        var passed = moment < publishedAt ? 0 : (moment - publishedAt).Ticks / Span.Ticks;
        return DateTimeOffset.MaxValue - publishedAt < Span * (passed + 1) ? null : (publishedAt + Span * (passed + 1)).ToUniversalTime();
    }
}
