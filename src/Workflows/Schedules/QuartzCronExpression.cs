using Bpm.Engine.Timers;
using Quartz;

namespace Bpm.Workflows.Schedules;

/// <summary>A cron expression that Quartz reads.</summary>
/// <param name="moments">The moments.</param>
/// <param name="days">Midnight of the days that count besides; null where all do.</param>
/// <param name="zone">Whose days.</param>
internal sealed class QuartzCronExpression(CronExpression moments, CronExpression? days, TimeZoneInfo zone) : ICronExpression
{
    // The Gregorian calendar repeats itself after 400 years; 31 days a year is more than any day of the month needs.
    private const int MostDays = 400 * 31;

    public DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var next = moments.GetNextValidTimeAfter(moment);
        for (var tried = 0; next is { } found && tried < MostDays; tried++)
        {
            var midnight = TimeZoneInfo.ConvertTime(found, zone).Date;
            var start = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
            if (days is null || days.GetNextValidTimeAfter(start.AddTicks(-1)) == start) return found.ToUniversalTime();
            var following = midnight.AddDays(1);
            next = moments.GetNextValidTimeAfter(new DateTimeOffset(following, zone.GetUtcOffset(following)).AddTicks(-1));
        }
        return null;
    }
}
