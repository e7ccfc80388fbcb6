using System.Globalization;
using Bpm.Engine.Timers;

namespace Bpm.TestKit.Engine;

/// <summary>Cron for tests of the engine: six fields in UTC, each <c>*</c>, <c>*/n</c> or a number; days of the week are left open.</summary>
public sealed class TestCron : ICronExpressions
{
    public ICronExpression Parse(string text)
    {
        var fields = text.Split(' ');
        if (fields.Length != 6 || fields[5] != "*") throw new FormatException($"cron 表达式 “{text}” 无效：应有六段。");
        return new Expression([.. fields[..5].Select(field => Fit(text, field))]);
    }

    private static Func<int, bool> Fit(string text, string field)
    {
        if (field == "*") return _ => true;
        var step = field.StartsWith("*/", StringComparison.Ordinal);
        if (!int.TryParse(step ? field[2..] : field, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            throw new FormatException($"cron 表达式 “{text}” 无效：“{field}”。");
        return step ? value => value % n == 0 : value => value == n;
    }

    private sealed class Expression(Func<int, bool>[] fits) : ICronExpression
    {
        public DateTimeOffset? NextAfter(DateTimeOffset moment)
        {
            var next = new DateTimeOffset(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero).AddSeconds(1);
            for (var end = next.AddYears(5); next < end;)
            {
                if (!fits[4](next.Month) || !fits[3](next.Day)) next = new DateTimeOffset(next.Date, TimeSpan.Zero).AddDays(1);
                else if (!fits[2](next.Hour)) next = new DateTimeOffset(next.Date, TimeSpan.Zero).AddHours(next.Hour + 1);
                else if (!fits[1](next.Minute) || !fits[0](next.Second)) next = next.AddSeconds(1);
                else return next;
            }
            return null;
        }
    }
}
