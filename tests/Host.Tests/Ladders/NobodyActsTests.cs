using Bpm.HostKit;

namespace Bpm.Host.Tests.Ladders;

/// <summary>Every rung of the ladder of every running clock leaves exactly one notice per recipient, at its moment.</summary>
public sealed class NobodyActsTests(NobodyActs product) : IClassFixture<NobodyActs>
{
    [Fact]
    public async Task C01_WaterQualityBeforeNationalDay_ClimbsBothLadders() => (await product.NoticesAsync("C01")).ShouldBe([
        "A-2.1b | 09-30 16:30 | a.hotline2 | 09-30 16:30",
        "A-2.1b | 09-30 16:50 | a.hotline2 | 09-30 16:50",
        "A-2.1b | 09-30 17:00 | a.hotline2 | 09-30 17:00",
        "A-2.1b | 09-30 17:00 | a.supervisor | 09-30 17:00",
        "A-2.1b | 09-30 17:30 | a.deputy | 09-30 17:30",
        "A-2.1b | 09-30 18:00 | a.manager | 09-30 18:00",
        "A-4.5 | 10-08 08:30 | a.quality | 10-08 08:30",
        "A-4.5 | 10-08 15:30 | a.quality | 10-08 15:30",
        "A-4.5 | 10-08 17:30 | a.quality | 10-08 17:30",
        "A-4.5 | 10-08 17:30 | a.supervisor | 10-08 17:30",
        "A-4.5 | 10-09 08:30 | a.deputy | 10-09 08:30",
        "A-4.5 | 10-10 08:30 | a.manager | 10-10 08:30",
    ]);

    [Fact]
    public async Task C02_MeterDataBeforeSpringFestival_ClimbsBothLadders() => (await product.NoticesAsync("C02")).ShouldBe([
        "A-2.1b | 02-13 10:30 | a.hotline2 | 02-13 10:30",
        "A-2.1b | 02-13 10:50 | a.hotline2 | 02-13 10:50",
        "A-2.1b | 02-13 11:00 | a.hotline2 | 02-13 11:00",
        "A-2.1b | 02-13 11:00 | a.supervisor | 02-13 11:00",
        "A-2.1b | 02-13 11:30 | a.deputy | 02-13 11:30",
        "A-2.1b | 02-13 12:00 | a.manager | 02-13 12:00",
        "A-4.2 | 02-14 08:30 | a.meter | 02-14 08:30",
        "A-4.2 | 02-14 15:30 | a.meter | 02-14 15:30",
        "A-4.2 | 02-14 17:30 | a.meter | 02-14 17:30",
        "A-4.2 | 02-14 17:30 | a.supervisor | 02-14 17:30",
        "A-4.2 | 02-24 08:30 | a.deputy | 02-24 08:30",
        "A-4.2 | 02-25 08:30 | a.manager | 02-25 08:30",
    ]);

    [Fact]
    public async Task NightCase_QuietHours_HoldOfficeNoticesUntilMorning() => (await product.NoticesAsync("night")).ShouldBe([
        "A-2.1b | 07-06 21:00 | a.hotline2 | 07-06 21:00",
        "A-2.1b | 07-06 21:20 | a.hotline2 | 07-06 21:20",
        "A-2.1b | 07-06 21:30 | a.hotline2 | 07-06 21:30",
        "A-2.1b | 07-06 21:30 | a.supervisor | 07-07 08:00",
        "A-2.1b | 07-06 22:00 | a.deputy | 07-07 08:00",
        "A-2.1b | 07-06 22:30 | a.manager | 07-07 08:00",
        "A-4.5 | 07-07 08:30 | a.quality | 07-07 08:30",
        "A-4.5 | 07-07 15:30 | a.quality | 07-07 15:30",
        "A-4.5 | 07-07 17:30 | a.quality | 07-07 17:30",
        "A-4.5 | 07-07 17:30 | a.supervisor | 07-07 17:30",
        "A-4.5 | 07-08 08:30 | a.deputy | 07-08 08:30",
        "A-4.5 | 07-09 08:30 | a.manager | 07-09 08:30",
    ]);

    [Fact]
    public async Task C12_NotReviewed_WarnsTheAgentThenTheManager() => (await product.NoticesAsync("C12")).ShouldBe([
        "B-6.1a | 09-24 17:20 | b.hotline | 09-24 17:20",
        "B-6.1a | 09-24 17:30 | b.manager | 09-24 17:30",
    ]);

    [Fact]
    public async Task C12_UnitDoesNothing_ClimbsToTheLeaderInCharge() => (await product.NoticesAsync("C12 reviewed")).ShouldBe([
        "B-6.2.5 | 09-26 17:00 | b.unit1 | 09-26 17:00",
        "B-6.2.5 | 09-27 13:00 | b.unit1 | 09-27 13:00",
        "B-6.2.5 | 09-27 17:00 | b.manager | 09-27 17:00",
        "B-6.2.5 | 09-27 17:00 | b.unit1 | 09-27 17:00",
        "B-6.2.5 | 09-28 17:00 | b.leader | 09-28 17:00",
    ]);

    [Fact]
    public async Task C13_NotReviewed_WarnsTheAgentThenTheManager() => (await product.NoticesAsync("C13")).ShouldBe([
        "B-6.1a | 03-02 09:50 | b.hotline | 03-02 09:50",
        "B-6.1a | 03-02 10:00 | b.manager | 03-02 10:00",
    ]);

    [Fact]
    public async Task C13_NotInvestigated_WarnsTheOwnerThenTheDirector() => (await product.NoticesAsync("C13 reviewed")).ShouldBe([
        "B-F2a | 03-08 17:30 | b.discipline | 03-08 17:30",
        "B-F2a | 03-09 13:30 | b.discipline | 03-09 13:30",
        "B-F2a | 03-09 17:30 | b.director | 03-09 17:30",
        "B-F2a | 03-09 17:30 | b.manager | 03-09 17:30",
    ]);

    [Fact]
    public async Task C14_NotReviewed_WarnsTheAgentThenTheManager() => (await product.NoticesAsync("C14")).ShouldBe([
        "B-6.1a | 12-31 16:20 | b.hotline | 12-31 16:20",
        "B-6.1a | 12-31 16:30 | b.manager | 12-31 16:30",
    ]);

    [Fact]
    public async Task C14_UnitDoesNothing_ClimbsOverNewYear() => (await product.NoticesAsync("C14 reviewed")).ShouldBe([
        "B-6.2.5 | 01-02 16:00 | b.unit1 | 01-02 16:00",
        "B-6.2.5 | 01-03 12:00 | b.unit1 | 01-03 12:00",
        "B-6.2.5 | 01-03 16:00 | b.manager | 01-03 16:00",
        "B-6.2.5 | 01-03 16:00 | b.unit1 | 01-03 16:00",
        "B-6.2.5 | 01-04 16:00 | b.leader | 01-04 16:00",
    ]);

    [Theory]
    [InlineData("C01")]
    [InlineData("C02")]
    [InlineData("C12 reviewed")]
    [InlineData("C13 reviewed")]
    [InlineData("C14 reviewed")]
    public async Task Notices_OfACase_AreInTheCaseAndNameNoCustomer(string story)
    {
        var raw = await product.RawNoticesAsync(story);
        Read.Items((await product.CaseAsync(story))["notices"]).Count.ShouldBe(raw.Count);
        foreach (var notice in raw)
        {
            Read.Text(notice["text"]).ShouldNotContain("王秀兰");
            Read.Text(notice["text"]).ShouldNotContain("13800000001");
            Read.Moment(notice["deliverAt"]).ShouldBeGreaterThanOrEqualTo(Read.Moment(notice["raisedAt"]));
        }
    }

    [Theory]
    [InlineData("C01", "A-4.5")]
    [InlineData("C02", "A-4.2")]
    [InlineData("C12 reviewed", "B-6.2.5")]
    public async Task Clock_LongOverdue_IsBreachedAndNotEnded(string story, string rule)
    {
        var @case = await product.CaseAsync(story);
        Read.Text(@case["status"]).ShouldBe("open");
        var clock = Read.Clocks(@case, rule).ShouldHaveSingleItem();
        Read.Text(clock["state"]).ShouldBe("breached");
        clock["endedAt"].ShouldBeNull();
    }
}
