using Bpm.Domain.Clocks;
using static Bpm.Domain.Tests.Regulations.Shipped;

namespace Bpm.Domain.Tests.Clocks;

/// <summary>Who hears of a clock, and when: one table a ladder and one for each rule with times of its own.</summary>
public sealed class LadderTests
{
    [Theory]
    [InlineData("A-2.1b", "2026-07-06T10:00:00", """
        07-06 10:30 duty:hotline
        07-06 10:50 duty:hotline
        07-06 11:00 duty:hotline role:supervisor
        07-06 11:30 role:deputy
        07-06 12:00 role:manager
        """)]
    [InlineData("A-4.5", "2026-09-30T16:00:00", """
        10-08 08:30 holder
        10-08 15:30 holder head
        10-08 17:30 head role:supervisor
        10-09 08:30 role:deputy
        10-10 08:30 role:manager
        """)]
    [InlineData("A-2.1c", "2026-10-09T16:00:00", """
        10-10 08:30 duty:hotline
        10-10 15:30 duty:hotline role:supervisor
        10-10 17:30 role:supervisor
        10-12 08:30 role:deputy
        10-13 08:30 role:manager
        """)]
    [InlineData("A-2.2b", "2026-07-06T10:00:00", """
        07-07 08:30 holder
        07-07 15:30 holder dept:office
        07-07 17:30 dept:office role:supervisor
        07-08 08:30 role:deputy
        07-09 08:30 role:manager
        """)]
    [InlineData("A-4.4a", "2026-10-03T23:40:00", """
        10-03 23:55 holder night
        10-04 00:04 holder role:network-manager night
        10-04 00:10 role:network-manager role:supervisor night
        10-04 01:10 role:deputy night
        10-04 02:10 role:manager night
        """)]
    [InlineData("A-4.3", "2026-06-19T07:30:00", """
        06-19 19:30 holder night
        06-20 03:30 holder role:network-manager night
        06-20 07:30 role:network-manager role:supervisor night
        06-20 08:30 role:deputy night
        06-20 09:30 role:manager night
        """)]
    [InlineData("A-4.4d", "2026-07-06T08:15:00", """
        07-07 14:15 holder night
        07-07 20:15 holder role:network-manager night
        07-07 22:15 role:network-manager role:supervisor night
        07-07 23:15 role:deputy night
        07-08 00:15 role:manager night
        """)]
    [InlineData("B-6.2.5", "2026-09-24T17:00:00", """
        09-26 17:00 head
        09-27 13:00 head
        09-27 17:00 head role:operations-manager
        09-28 17:00 leader
        """)]
    [InlineData("B-F2b", "2026-09-30T16:00:00", """
        10-08 08:30 holder
        10-08 13:30 holder
        10-08 17:30 role:discipline-director role:operations-manager
        10-09 17:30 role:chairman
        """)]
    [InlineData("B-F4a", "2026-09-30T16:00:00", """
        10-02 16:00 holder
        10-03 12:00 holder
        10-03 16:00 role:discipline-director role:operations-manager
        10-08 17:30 role:chairman
        """)]
    [InlineData("B-F2a", "2026-07-06T10:00:00", """
        07-12 17:30 role:discipline
        07-13 13:30 role:discipline
        07-13 17:30 role:discipline-director role:operations-manager
        """)]
    [InlineData("A-4.5r", "2026-07-06T10:00:00", "07-13 17:30")]
    [InlineData("A-5.1b", "2026-07-06T10:00:00", """
        07-06 10:15 holder
        07-06 10:30
        """)]
    [InlineData("A-5.5", "2026-07-06T10:00:00", """
        07-06 10:15 role:supervisor role:deputy
        07-06 10:30 role:manager
        """)]
    [InlineData("A-6.1", "2026-10-02T00:00:00", """
        10-02 16:00 owner
        10-02 20:00 owner
        10-03 00:00
        """)]
    [InlineData("A-6.2a", "2026-10-10T08:30:00", """
        10-10 15:30 role:supervisor
        10-10 17:30 role:manager
        """)]
    [InlineData("A-6.3", "2026-10-08T08:30:00", """
        10-10 08:30 role:manager
        10-13 17:30
        """)]
    [InlineData("A-7.2", "2026-01-03T22:30:00", """
        01-03 23:30 holder night
        01-04 00:10 holder night
        01-04 00:30 holder night
        01-04 00:30 role:manager
        """)]
    [InlineData("B-6.1a", "2026-07-06T10:00:00", """
        07-06 10:20 duty:hotline
        07-06 10:30 role:operations-manager
        """)]
    [InlineData("B-6.3.1a", "2026-09-24T17:30:00", """
        09-28 08:30 duty:hotline
        09-28 15:30 duty:hotline
        09-28 17:30 role:operations-manager
        """)]
    [InlineData("B-F3", "2026-09-30T16:00:00", """
        10-08 17:30 role:discipline-director
        10-09 17:30
        """)]
    [InlineData("B-F6", "2026-07-06T10:00:00", """
        07-07 08:30 role:dispatcher
        07-07 17:30 role:operations-manager
        """)]
    [InlineData("B-9", "2026-07-06T10:00:00", """
        07-16 17:30 head
        07-20 17:30 role:operations-manager
        """)]
    public void Thresholds_OfRule_AreTheTable(string rule, string start, string table)
    {
        var thresholds = ClockPlanner.Plan(Rule(rule), At(start), Calendar).Thresholds;
        thresholds.Select(Line).ShouldBe(table.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
    }

    private static string Line(ClockThreshold t) => string.Join(
        ' ',
        [TimeZoneInfo.ConvertTime(t.At, Calendar.Zone).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), .. t.Recipients, .. t.AlsoAtNight ? ["night"] : Array.Empty<string>()]);
}
