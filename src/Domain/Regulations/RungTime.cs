using System.Globalization;
using System.Text.RegularExpressions;

namespace Bpm.Domain.Regulations;

/// <summary>
/// When a rung of a ladder is reached, relative to the clock: <c>50%</c>; <c>start+20m</c>; <c>due-4h</c>; <c>due</c>;
/// <c>due+1WD</c> (office close of the next working day); <c>due 08:30</c> (on the due day); <c>due+2WD 08:30</c>.
/// </summary>
/// <param name="Percent">Share of the way from start to due, 1–99; the other parts are then unused.</param>
/// <param name="FromStart">Counted from the start instead of the due time.</param>
/// <param name="Offset">Span added (negative: before).</param>
/// <param name="WorkingDays">Working days added (negative: before).</param>
/// <param name="TimeOfDay">Local time of the day reached; null keeps the time that follows from the rest.</param>
public sealed partial record RungTime(int? Percent, bool FromStart, TimeSpan Offset, int WorkingDays, TimeOnly? TimeOfDay)
{
    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static RungTime Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw new FormatException($"无法识别的提醒时间“{text}”。");
        if (match.Groups["percent"].Success)
            return new(Number(match.Groups["percent"]), false, TimeSpan.Zero, 0, null);
        var amount = match.Groups["n"].Success ? Number(match.Groups["n"]) : 0;
        if (match.Groups["sign"].Value == "-") amount = -amount;
        var offset = match.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(amount),
            "h" => TimeSpan.FromHours(amount),
            _ => TimeSpan.Zero,
        };
        return new(
            null,
            match.Groups["base"].Value == "start",
            offset,
            match.Groups["unit"].Value == "WD" ? amount : 0,
            match.Groups["time"].Success
                ? TimeOnly.ParseExact(match.Groups["time"].ValueSpan, "HH:mm", CultureInfo.InvariantCulture)
                : null);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:(?<percent>[1-9][0-9]?)%|(?<base>start|due)(?:(?<sign>[+-])(?<n>[0-9]{1,4})(?<unit>m|h|WD))?(?: (?<time>[0-9]{2}:[0-9]{2}))?)$")]
    private static partial Regex Form();
}
