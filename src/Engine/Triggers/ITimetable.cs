namespace Bpm.Engine.Triggers;

/// <summary>Moments at which a trigger starts instances. Immutable; thread-safe.</summary>
public interface ITimetable
{
    /// <summary>The first moment later than <paramref name="moment"/>, UTC; null where it never comes again.</summary>
    /// <param name="moment">The last due moment that was dealt with, or that of publishing. After a pause give the present: what was missed is not made up for.</param>
    /// <param name="publishedAt">When the definition was published: intervals count from there.</param>
    DateTimeOffset? NextAfter(DateTimeOffset moment, DateTimeOffset publishedAt);

    /// <summary>The timetable as drawn, for the index and the designer: a span, a cron expression or a moment.</summary>
    string Text { get; }
}
