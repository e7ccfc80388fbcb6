using System.Globalization;
using Bpm.Workflows.Schedules;

namespace Bpm.Workflows.Tests.Schedules;

public sealed class QuartzCronTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly QuartzCron Cron = new(Shanghai);

    // 2026-09-30 is a Wednesday. Expected moments are Shanghai's.
    [Theory]
    [InlineData("0 0 * * * *", "2026-09-30 16:00:00", "2026-09-30 17:00:00")]
    [InlineData("0 0 * * * *", "2026-09-30 15:59:59", "2026-09-30 16:00:00")]
    [InlineData("0 * * * *", "2026-09-30 16:00:00", "2026-09-30 17:00:00")]
    [InlineData("* * * * * *", "2026-09-30 16:00:00", "2026-09-30 16:00:01")]
    [InlineData("* * * * *", "2026-09-30 16:00:30", "2026-09-30 16:01:00")]
    [InlineData("*/15 * * * *", "2026-09-30 16:20:00", "2026-09-30 16:30:00")]
    [InlineData("5/20 * * * * *", "2026-09-30 16:00:25", "2026-09-30 16:00:45")]
    [InlineData("0 30 8 * * *", "2026-09-30 16:00:00", "2026-10-01 08:30:00")]
    [InlineData("30 8 * * ?", "2026-09-30 16:00:00", "2026-10-01 08:30:00")]
    [InlineData("0 0 9 * * 0", "2026-09-30 16:00:00", "2026-10-04 09:00:00")]
    [InlineData("0 0 9 * * 1", "2026-09-30 16:00:00", "2026-10-05 09:00:00")]
    [InlineData("0 0 9 * * 2", "2026-09-30 16:00:00", "2026-10-06 09:00:00")]
    [InlineData("0 0 9 * * 3", "2026-09-30 16:00:00", "2026-10-07 09:00:00")]
    [InlineData("0 0 9 * * 4", "2026-09-30 16:00:00", "2026-10-01 09:00:00")]
    [InlineData("0 0 9 * * 5", "2026-09-30 16:00:00", "2026-10-02 09:00:00")]
    [InlineData("0 0 9 * * 6", "2026-09-30 16:00:00", "2026-10-03 09:00:00")]
    [InlineData("0 0 9 * * 7", "2026-09-30 16:00:00", "2026-10-04 09:00:00")]
    [InlineData("0 0 9 * * SUN", "2026-09-30 16:00:00", "2026-10-04 09:00:00")]
    [InlineData("0 0 9 * * mon", "2026-09-30 16:00:00", "2026-10-05 09:00:00")]
    [InlineData("0 0 9 ? * SAT", "2026-09-30 16:00:00", "2026-10-03 09:00:00")]
    [InlineData("0 0 9 * * 1-5", "2026-10-02 09:00:00", "2026-10-05 09:00:00")]
    [InlineData("0 0 9 * * MON-FRI", "2026-10-02 09:00:00", "2026-10-05 09:00:00")]
    [InlineData("0 0 9 * * 5-7", "2026-10-03 09:00:00", "2026-10-04 09:00:00")]
    [InlineData("0 0 9 * * 5-7", "2026-10-04 09:00:00", "2026-10-09 09:00:00")]
    [InlineData("0 0 9 * * FRI-MON", "2026-10-04 09:00:00", "2026-10-05 09:00:00")]
    [InlineData("0 0 9 * * FRI-MON", "2026-10-05 09:00:00", "2026-10-09 09:00:00")]
    [InlineData("0 0 9 * * 1,3,5", "2026-10-05 09:00:00", "2026-10-07 09:00:00")]
    [InlineData("0 0 9 * * 1-5/2", "2026-10-05 09:00:00", "2026-10-07 09:00:00")]
    [InlineData("0 0 9 * * 0-6", "2026-09-30 16:00:00", "2026-10-01 09:00:00")]
    [InlineData("0 0 9 * * 5L", "2026-09-30 16:00:00", "2026-10-30 09:00:00")]
    [InlineData("0 0 9 * * MON#2", "2026-09-30 16:00:00", "2026-10-12 09:00:00")]
    [InlineData("0 0 9 * * 0#1", "2026-09-30 16:00:00", "2026-10-04 09:00:00")]
    [InlineData("0 0 0 L * *", "2026-09-30 16:00:00", "2026-10-31 00:00:00")]
    [InlineData("0 0 0 L-2 * ?", "2026-09-30 16:00:00", "2026-10-29 00:00:00")]
    [InlineData("0 0 0 LW * *", "2026-09-30 16:00:00", "2026-10-30 00:00:00")]
    [InlineData("0 0 0 3W * *", "2026-09-30 16:00:00", "2026-10-02 00:00:00")]
    [InlineData("0 0 0 L 2 *", "2026-09-30 16:00:00", "2027-02-28 00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-09-30 16:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 1 JAN *", "2026-09-30 16:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 1 jan,jul *", "2027-01-01 00:00:00", "2027-07-01 00:00:00")]
    [InlineData("0 0 0 1 11-2 *", "2026-12-01 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 22-2 * * *", "2026-09-30 23:00:00", "2026-10-01 00:00:00")]
    [InlineData("0 0 22-2 * * *", "2026-10-01 02:00:00", "2026-10-01 22:00:00")]
    [InlineData("0 0 0 13 * 5", "2026-09-30 16:00:00", "2026-11-13 00:00:00")]
    [InlineData("* * * 13 * 5", "2026-09-30 16:00:00", "2026-11-13 00:00:00")]
    [InlineData("* * * 13 * 5", "2026-11-13 23:59:59", "2027-08-13 00:00:00")]
    [InlineData("0 0 0 29 2 1", "2026-09-30 16:00:00", "2044-02-29 00:00:00")]
    [InlineData("@hourly", "2026-09-30 16:00:00", "2026-09-30 17:00:00")]
    [InlineData("@weekly", "2026-09-30 16:00:00", "2026-10-04 00:00:00")]
    public void Next_OfAnExpression_IsTheMomentThatElsaMeans(string expression, string after, string expected) =>
        Local(Cron.Parse(expression).NextAfter(Moment(after))).ShouldBe(expected);

    [Theory]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("0 0 0 31 4 *")]
    [InlineData("0 0 0 L 2 5#1")]
    public void Next_OfADayThatNeverComes_IsNone(string expression) => Cron.Parse(expression).NextAfter(Moment("2026-09-30 16:00:00")).ShouldBeNull();

    [Fact]
    public void Next_IsUtcAndOfTheZone()
    {
        var midnight = new QuartzCron(TimeZoneInfo.Utc).Parse("0 0 0 * * *").NextAfter(Moment("2026-09-30 16:00:00"))!.Value;
        midnight.ShouldBe(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        var here = Cron.Parse("0 0 0 * * *").NextAfter(Moment("2026-09-30 16:00:00"))!.Value;
        here.ShouldBe(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero));
        here.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Next_AskedAgainAndAgain_GivesEveryMomentOnce()
    {
        var cron = Cron.Parse("0 0 9 * * 1-5");
        var moment = Moment("2026-09-30 16:00:00");
        var days = new List<DayOfWeek>();
        for (var i = 0; i < 10; i++)
        {
            moment = cron.NextAfter(moment)!.Value;
            days.Add(TimeZoneInfo.ConvertTime(moment, Shanghai).DayOfWeek);
        }
        days.Select(day => (int)day).ShouldBe([4, 5, 1, 2, 3, 4, 5, 1, 2, 3]);
    }

    [Theory]
    [InlineData("BadCronExpression", "应有五段")]
    [InlineData("", "应有五段")]
    [InlineData("0 0 0 * * * 2026", "应有五段")]
    [InlineData("60 0 * * * *", "“秒”字段的“60”")]
    [InlineData("0 61 * * * *", "“分”字段的“61”")]
    [InlineData("0 0 24 * * *", "“时”字段的“24”")]
    [InlineData("0 0 0 32 * *", "“日”字段的“32”")]
    [InlineData("0 0 0 0 * *", "“日”字段的“0”")]
    [InlineData("0 0 0 * 13 *", "“月”字段的“13”")]
    [InlineData("0 0 0 * * 8", "“周”字段的“8”")]
    [InlineData("0 0 0 * * L", "“周”字段的“L”")]
    [InlineData("0 0 0 * * MON#6", "“周”字段的“MON#6”")]
    [InlineData("0 */0 * * * *", "“分”字段的“*/0”")]
    [InlineData("0 ? * * * *", "“分”字段的“?”")]
    [InlineData("0 1- * * * *", "“分”字段的“”")]
    [InlineData("0 H * * * *", "“分”字段的“H”")]
    public void Parse_NoExpression_SaysWhichAndWhy(string expression, string why)
    {
        var error = Should.Throw<FormatException>(() => Cron.Parse(expression));
        error.Message.ShouldStartWith($"cron 表达式 “{expression}” 无效：");
        error.Message.ShouldContain(why);
    }

    private static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static string? Local(DateTimeOffset? moment) => moment is { } m
        ? TimeZoneInfo.ConvertTime(m, Shanghai).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : null;
}
