using System.Globalization;

namespace Bpm.Workflows.Schedules;

/// <summary>One field of a cron expression in the manner of Elsa's reader, Cronos.</summary>
/// <param name="Title">Chinese name for messages.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
/// <param name="Names">Names of values from <paramref name="Min"/> on, or none.</param>
internal sealed record CronField(string Title, int Min, int Max, params string[] Names)
{
    /// <summary>Seconds, minutes, hours, days of the month, months, days of the week.</summary>
    public static IReadOnlyList<CronField> All { get; } =
    [
        new("秒", 0, 59),
        new("分", 0, 59),
        new("时", 0, 23),
        new("日", 1, 31),
        new("月", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
        new("周", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
    ];

    /// <summary>Does the field leave everything open?</summary>
    public static bool IsOpen(string text) => text is "*" or "?";

    /// <summary>The values of one item of a list: <c>*</c>, <c>5</c>, <c>1-5</c>, each with a step where wanted. A range may run over the end.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public IEnumerable<int> Values(string item)
    {
        var parts = item.Split('/');
        var step = parts.Length switch
        {
            1 => 1,
            2 when Number(parts[1]) is > 0 and var n && n <= Max => n,
            _ => throw Unfit(item),
        };
        var (from, to) = Range(parts[0], hasStep: parts.Length > 1);
        // The week has two numbers for Sunday.
        var cycle = Names.Length > 0 ? Names.Length : Max - Min + 1;
        if (to < from) to += cycle;
        for (var value = from; value <= to; value += step) yield return value > Max ? value - cycle : value;
    }

    /// <summary>A number or a name.</summary>
    /// <exception cref="FormatException">It is neither, or out of range.</exception>
    public int Value(string text)
    {
        var value = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var i ? i + Min : Number(text);
        return value is { } v && v >= Min && v <= Max ? v : throw Unfit(text);
    }

    public FormatException Unfit(string text) => new($"“{Title}”字段的“{text}”不对，应在 {Min} 到 {Max} 之间");

    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private (int From, int To) Range(string text, bool hasStep)
    {
        if (text == "*") return (Min, Max);
        var ends = text.Split('-');
        if (ends.Length > 2) throw Unfit(text);
        var from = Value(ends[0]);
        return (from, ends.Length == 2 ? Value(ends[1]) : hasStep ? Max : from);
    }
}
