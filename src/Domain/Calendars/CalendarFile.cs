using System.Text.Json;

namespace Bpm.Domain.Calendars;

/// <summary>The file form of a <see cref="WorkingCalendar"/>.</summary>
internal sealed class CalendarFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Zone { get; init; }

    public required Hours OfficeHours { get; init; }

    public required Dictionary<int, Year> Years { get; init; }

    public static WorkingCalendar Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CalendarFile>(json, Options)
                ?? throw new InvalidCalendarException("日历文件为空。");
            return new WorkingCalendar(
                TimeZoneInfo.FindSystemTimeZoneById(file.Zone),
                new OfficeHours(file.OfficeHours.Open, file.OfficeHours.Close),
                file.Years.Select(y => Check(new CalendarYear(y.Key, y.Value.Holidays, y.Value.Workdays))));
        }
        catch (Exception e) when (e is JsonException or TimeZoneNotFoundException or ArgumentException)
        {
            throw new InvalidCalendarException($"日历文件无法读取：{e.Message}", e);
        }
    }

    private static CalendarYear Check(CalendarYear year)
    {
        foreach (var day in year.Holidays.Keys.Concat(year.Workdays.Keys))
        {
            if (day.Year != year.Year)
                throw new InvalidCalendarException($"{year.Year} 年的日历中有别的年份的日期 {day:yyyy-MM-dd}。");
            if (year.Holidays.ContainsKey(day) && year.Workdays.ContainsKey(day))
                throw new InvalidCalendarException($"{day:yyyy-MM-dd} 既是节假日又是调休上班日。");
        }

        return year;
    }

    internal sealed class Hours
    {
        public required TimeOnly Open { get; init; }

        public required TimeOnly Close { get; init; }
    }

    internal sealed class Year
    {
        public required Dictionary<DateOnly, string> Holidays { get; init; }

        public required Dictionary<DateOnly, string> Workdays { get; init; }
    }
}
