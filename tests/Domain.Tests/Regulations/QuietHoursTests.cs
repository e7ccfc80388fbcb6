namespace Bpm.Domain.Tests.Regulations;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-07-06T20:59:59", "2026-07-06T20:59:59")]
    [InlineData("2026-07-06T21:00:00", "2026-07-07T08:00:00")]
    [InlineData("2026-07-07T00:00:00", "2026-07-07T08:00:00")]
    [InlineData("2026-07-07T07:29:59", "2026-07-07T08:00:00")]
    [InlineData("2026-07-07T07:30:00", "2026-07-07T07:30:00")]
    [InlineData("2026-07-07T07:45:00", "2026-07-07T07:45:00")]
    public void DeliverAt_OfficeRole_WaitsForTheMorning(string raised, string delivered) =>
        Shipped.Xx.QuietHours.DeliverAt(Shipped.At(raised), "role:deputy", false, Shipped.Calendar.Zone).ShouldBe(Shipped.At(delivered));

    [Theory]
    [InlineData("duty:hotline", false)]
    [InlineData("role:hotline", false)]
    [InlineData("role:network-crew", false)]
    [InlineData("role:network-manager", true)]
    public void DeliverAt_NightWorker_IsNotHeld(string recipient, bool alsoAtNight)
    {
        var night = Shipped.At("2026-07-06T23:00:00");
        Shipped.Xx.QuietHours.DeliverAt(night, recipient, alsoAtNight, Shipped.Calendar.Zone).ShouldBe(night);
    }

    [Fact]
    public void DeliverAt_SummerTimeZone_KeepsLocalRelease()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var raised = new DateTimeOffset(2026, 3, 7, 22, 0, 0, TimeSpan.FromHours(-5));
        Shipped.Xx.QuietHours.DeliverAt(raised, false, zone).ShouldBe(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.FromHours(-4)));
    }
}
