using Bpm.Domain.Calendars;
using Bpm.Domain.Tests.Regulations;

namespace Bpm.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Shipped.Calendar;

    [Theory]
    [InlineData("2026-02-13", "2026-02-14")]
    [InlineData("2026-02-14", "2026-02-24")]
    [InlineData("2026-09-30", "2026-10-08")]
    [InlineData("2026-10-09", "2026-10-10")]
    [InlineData("2026-01-03", "2026-01-04")]
    [InlineData("2026-05-08", "2026-05-09")]
    [InlineData("2026-09-24", "2026-09-28")]
    [InlineData("2025-09-30", "2025-10-09")]
    [InlineData("2024-02-09", "2024-02-18")]
    [InlineData("2023-04-28", "2023-05-04")]
    public void NextWorkingDay_AroundHolidays_FollowsTheNotice(string day, string next) =>
        Calendar.NextWorkingDay(DateOnly.Parse(day, null)).ShouldBe(DateOnly.Parse(next, null));

    [Fact]
    public void Year2026_EveryDay_MatchesTheStateCouncilNotice()
    {
        (string From, string To)[] holidays =
        [
            ("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"), ("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07"),
        ];
        string[] makeUps = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            var text = day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var holiday = holidays.Any(h => string.CompareOrdinal(h.From, text) <= 0 && string.CompareOrdinal(text, h.To) <= 0);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Calendar.IsWorkingDay(day).ShouldBe(makeUps.Contains(text) || (!holiday && !weekend), text);
            (Calendar.HolidayName(day) is not null).ShouldBe(holiday, text);
        }
    }

    [Theory]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-05-02", false)]
    [InlineData("2027-05-03", true)]
    [InlineData("2027-10-03", false)]
    [InlineData("2027-10-04", true)]
    [InlineData("2027-10-09", false)]
    public void MissingYear_FixedDaysAndWeekends_AreTheOnlyDaysOff(string day, bool working)
    {
        Calendar.HasYear(2027).ShouldBeFalse();
        Calendar.IsWorkingDay(DateOnly.Parse(day, null)).ShouldBe(working);
    }

    [Fact]
    public void With_ImportedYear_ReplacesTheEstimate()
    {
        var day = new DateOnly(2027, 1, 4);
        var imported = Calendar.With(new CalendarYear(2027, new Dictionary<DateOnly, string> { [day] = "元旦" }, new Dictionary<DateOnly, string>()));
        imported.HasYear(2027).ShouldBeTrue();
        imported.IsWorkingDay(day).ShouldBeFalse();
        Calendar.IsWorkingDay(day).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-09-30T16:00:00", 4, "2026-10-08T11:00:00")]
    [InlineData("2026-09-30T07:00:00", 9, "2026-09-30T17:30:00")]
    [InlineData("2026-09-30T20:00:00", 1, "2026-10-08T09:30:00")]
    [InlineData("2026-02-14T17:30:00", 1, "2026-02-24T09:30:00")]
    public void AddOfficeTime_OutsideOfficeHours_CountsFromTheNextOpening(string start, int hours, string end) =>
        Calendar.AddOfficeTime(Shipped.At(start), TimeSpan.FromHours(hours)).ShouldBe(Shipped.At(end));

    [Fact]
    public void DayOf_ServerElsewhere_UsesTheOrganisationsZone()
    {
        var moment = new DateTimeOffset(2026, 9, 30, 20, 0, 0, TimeSpan.FromHours(-4));
        Calendar.DayOf(moment).ShouldBe(new DateOnly(2026, 10, 1));
        LocalText.Moment(moment, Calendar.Zone).ShouldBe("2026-10-01（周四）08:00");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"zone":"Mars/Base","officeHours":{"open":"08:30","close":"17:30"},"years":{}}""")]
    [InlineData("""{"zone":"Asia/Shanghai","officeHours":{"open":"17:30","close":"08:30"},"years":{}}""")]
    [InlineData("""{"zone":"Asia/Shanghai","officeHours":{"open":"08:30","close":"17:30"},"years":{"2026":{"holidays":{"2025-01-01":"元旦"},"workdays":{}}}}""")]
    [InlineData("""{"zone":"Asia/Shanghai","officeHours":{"open":"08:30","close":"17:30"},"years":{"2026":{"holidays":{"2026-01-01":"元旦"},"workdays":{"2026-01-01":"元旦"}}}}""")]
    public void Parse_BrokenFile_IsRefused(string json) =>
        Should.Throw<InvalidCalendarException>(() => WorkingCalendar.Parse(json));
}
