using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Bpm.Domain.Calendars;

namespace Bpm.Domain.Regulations;

/// <summary>A limit: either a number of working days (<c>P1WD</c>), of calendar days (<c>P1D</c>) or a span (<c>PT38H</c>).</summary>
/// <param name="WorkingDays">Working days; null when the limit is not in working days. 0 means the day of the start itself, or the next one with office time left.</param>
/// <param name="CalendarDays">Calendar days, the start's own day being the first; null when not in calendar days.</param>
/// <param name="Span">Time span; null when the limit is in days.</param>
public sealed partial record ClockDuration(int? WorkingDays, int? CalendarDays, TimeSpan? Span)
{
    /// <summary>Reads the ISO-like form.</summary>
    /// <exception cref="FormatException">The text is no duration of the three forms.</exception>
    public static ClockDuration Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Days().Match(text) is { Success: true } days)
        {
            var count = int.Parse(days.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return days.Groups[2].Value == "WD" ? new(count, null, null) : new(null, count, null);
        }

        if (!text.StartsWith("PT", StringComparison.Ordinal)) throw new FormatException($"无法识别的时限“{text}”。");
        return new(null, null, XmlConvert.ToTimeSpan(text));
    }

    /// <summary>In Chinese, such as <c>1 个工作日</c> or <c>24 小时</c>.</summary>
    public string Text => this switch
    {
        { WorkingDays: 0 } => "当个工作日内",
        { WorkingDays: { } days } => $"{days} 个工作日",
        { CalendarDays: { } days } => $"{days} 个自然日",
        _ => LocalText.Span(Span!.Value),
    };

    /// <inheritdoc/>
    public override string ToString() => this switch
    {
        { WorkingDays: { } days } => $"P{days}WD",
        { CalendarDays: { } days } => $"P{days}D",
        _ => XmlConvert.ToString(Span!.Value),
    };

    [GeneratedRegex("^P([0-9]{1,4})(WD|D)$")]
    private static partial Regex Days();
}
