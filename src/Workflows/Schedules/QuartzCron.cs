using Bpm.Engine.Timers;
using Quartz;

namespace Bpm.Workflows.Schedules;

/// <summary>
/// Cron expressions with the meaning that they have in Elsa, in the time zone of the organisation. Elsa itself counts in UTC.
/// Five fields, or six with seconds first; <c>* ? , - / L W #</c>, names of months and days, <c>@daily</c> and the like; Sunday is 0 or 7.
/// </summary>
/// <param name="zone">Time zone of the organisation.</param>
public sealed class QuartzCron(TimeZoneInfo zone) : ICronExpressions
{
    /// <inheritdoc/>
    public ICronExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var translation = CronTranslation.Of(text);
            return new QuartzCronExpression(Expression(translation.Moments), translation.Days is { } days ? Expression(days) : null, zone);
        }
        catch (FormatException e)
        {
            throw new FormatException($"cron 表达式 “{text}” 无效：{e.Message}。", e);
        }
    }

    private CronExpression Expression(string text) => new(text, zone);
}
