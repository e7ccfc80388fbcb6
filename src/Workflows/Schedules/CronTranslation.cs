using System.Globalization;

namespace Bpm.Workflows.Schedules;

/// <summary>
/// A cron expression as Elsa means it, in Quartz's words: days of the week count from 1 = Sunday there, and one of the two day fields
/// must be left open. Where both are given, both must hold (as in Elsa), so the second one becomes an expression of its own.
/// </summary>
/// <param name="Moments">For Quartz: the moments, without the days of the week where both kinds of day are given.</param>
/// <param name="Days">For Quartz: midnight of the days that fit the days of the week; null where <paramref name="Moments"/> says it all.</param>
internal sealed record CronTranslation(string Moments, string? Days)
{
    private const int DayOfMonth = 3;
    private const int DayOfWeek = 5;

    private static readonly Dictionary<string, string> Macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@every_second"] = "* * * * * *",
        ["@every_minute"] = "0 * * * * *",
        ["@hourly"] = "0 0 * * * *",
        ["@daily"] = "0 0 0 * * *",
        ["@midnight"] = "0 0 0 * * *",
        ["@weekly"] = "0 0 0 * * 0",
        ["@monthly"] = "0 0 0 1 * *",
        ["@yearly"] = "0 0 0 1 1 *",
        ["@annually"] = "0 0 0 1 1 *",
    };

    /// <exception cref="FormatException">It is no cron expression; the message says what is wrong, without naming the whole.</exception>
    public static CronTranslation Of(string text)
    {
        var fields = Macros.GetValueOrDefault(text.Trim(), text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5) fields = ["0", .. fields];
        if (fields.Length != 6) throw new FormatException("应有五段（分 时 日 月 周）或六段（秒 分 时 日 月 周）");
        var translated = fields.Select((field, i) => Field(i, field.ToUpperInvariant())).ToArray();
        if (translated[DayOfWeek] == "?" && translated[DayOfMonth] == "?") translated[DayOfMonth] = "*";
        if (translated[DayOfWeek] == "?" || translated[DayOfMonth] == "?") return new(string.Join(' ', translated), null);
        var days = $"0 0 0 ? * {translated[DayOfWeek]}";
        translated[DayOfWeek] = "?";
        return new(string.Join(' ', translated), days);
    }

    private static string Field(int index, string text)
    {
        var field = CronField.All[index];
        var isDay = index is DayOfMonth or DayOfWeek;
        if (isDay && CronField.IsOpen(text)) return "?";
        var items = text.Split(',');
        if (items.Length == 1 && isDay && Special(index, field, text) is { } special) return special;
        return string.Join(',', items.SelectMany(field.Values).Select(value => index == DayOfWeek ? value % 7 + 1 : value).Distinct().Order());
    }

    /// <summary>What stands for no fixed values: <c>L</c>, <c>L-3</c>, <c>LW</c>, <c>15W</c>; <c>FRIL</c>, <c>MON#2</c>.</summary>
    private static string? Special(int index, CronField field, string text)
    {
        if (index == DayOfMonth)
        {
            if (text is "L" or "LW") return text;
            if (text.StartsWith("L-", StringComparison.Ordinal))
                return CronField.Number(text[2..]) is >= 1 and <= 30 ? text : throw field.Unfit(text);
            return text.EndsWith('W') ? $"{field.Value(text[..^1])}W" : null;
        }
        if (text.Length > 1 && text.EndsWith('L')) return string.Create(CultureInfo.InvariantCulture, $"{Day(text[..^1])}L");
        if (text.Split('#') is not [var day, var nth]) return null;
        return CronField.Number(nth) is >= 1 and <= 5 and var n ? string.Create(CultureInfo.InvariantCulture, $"{Day(day)}#{n}") : throw field.Unfit(text);

        int Day(string name) => field.Value(name) % 7 + 1;
    }
}
