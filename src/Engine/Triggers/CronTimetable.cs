using Bpm.Engine.Timers;

namespace Bpm.Engine.Triggers;

/// <summary>The moments of a cron expression.</summary>
internal sealed record CronTimetable(string Text, ICronExpression Expression) : ITimetable
{
    public DateTimeOffset? NextAfter(DateTimeOffset moment, DateTimeOffset publishedAt) => Expression.NextAfter(moment)?.ToUniversalTime();
}
