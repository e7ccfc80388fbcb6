using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tests.Organisation;

public sealed class ShiftRosterTests
{
    private static readonly TimeZoneInfo _zone = Packs.A.Profile.Identity.Zone;

    [Theory]
    [InlineData("2026-10-03T23:40:00+08:00", "2026-10-03T16:00:00+08:00", "2026-10-04T00:00:00+08:00")]
    [InlineData("2026-10-04T00:00:00+08:00", "2026-10-04T00:00:00+08:00", "2026-10-04T08:00:00+08:00")]
    [InlineData("2026-10-04T07:59:59+08:00", "2026-10-04T00:00:00+08:00", "2026-10-04T08:00:00+08:00")]
    [InlineData("2026-10-04T00:00:00Z", "2026-10-04T08:00:00+08:00", "2026-10-04T16:00:00+08:00")]
    public void At_Moment_FallsIntoItsShift(string moment, string from, string to)
    {
        var shift = Packs.A.ShiftOf("hotline", DateTimeOffset.Parse(moment, null))!;

        shift.From.ShouldBe(DateTimeOffset.Parse(from, null));
        shift.To.ShouldBe(DateTimeOffset.Parse(to, null));
    }

    [Fact]
    public void At_AWeekOfShifts_HasNoGapAndAlternates()
    {
        var at = new DateTimeOffset(2026, 9, 28, 0, 0, 0, TimeSpan.FromHours(8));
        var end = at.AddDays(7);
        var crews = new List<string>();
        while (at < end)
        {
            var shift = Packs.A.ShiftOf("hotline", at)!;
            shift.From.ShouldBe(at);
            crews.Add(shift.Crew.ShouldHaveSingleItem());
            at = shift.To;
        }

        crews.Count.ShouldBe(21);
        crews.Zip(crews.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
    }

    [Fact]
    public void At_LastShiftOverMidnight_BelongsToTheDayBefore()
    {
        var roster = new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [new(6, 0), new(22, 0)], [["day"], ["night"]]);

        var shift = roster.At(new(2026, 9, 25, 3, 0, 0, TimeSpan.FromHours(8)));

        shift.Crew.ShouldBe(["night"]);
        shift.From.ShouldBe(new(2026, 9, 24, 22, 0, 0, TimeSpan.FromHours(8)));
        shift.To.ShouldBe(new(2026, 9, 25, 6, 0, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void At_BeforeTheAnchor_GoesOnBackwards()
    {
        var roster = new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [new(0, 0)], [["one"], ["two"], ["three"]]);

        roster.At(new(2026, 9, 23, 12, 0, 0, TimeSpan.FromHours(8))).Crew.ShouldBe(["three"]);
        roster.At(new(2026, 9, 20, 12, 0, 0, TimeSpan.FromHours(8))).Crew.ShouldBe(["three"]);
        roster.At(new(2026, 9, 24, 12, 0, 0, TimeSpan.FromHours(8))).Crew.ShouldBe(["one"]);
    }

    [Fact]
    public void Constructor_WithoutStartsOrPeople_Throws()
    {
        Should.Throw<ArgumentException>(() => new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [], [["one"]]));
        Should.Throw<ArgumentException>(() => new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [new(8, 0), new(0, 0)], [["one"]]));
        Should.Throw<ArgumentException>(() => new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [new(0, 0)], []));
        Should.Throw<ArgumentException>(() => new ShiftRoster("r", "班次", _zone, new(2026, 9, 24), [new(0, 0)], [["one"], []]));
    }
}
