namespace Bpm.Engine.Timers;

/// <summary>A cron expression that was read. Immutable; thread-safe.</summary>
public interface ICronExpression
{
    /// <summary>The first moment later than <paramref name="moment"/>, UTC; null where it never comes.</summary>
    DateTimeOffset? NextAfter(DateTimeOffset moment);
}
