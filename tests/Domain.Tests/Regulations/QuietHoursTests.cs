using Bpm.Domain.Clocks;

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

    [Fact]
    public void DeliverAt_EveryRungOfEveryRule_NeverWakesTheOffice()
    {
        var random = new Random(7);
        foreach (var set in new[] { Shipped.Xx, Shipped.Liaocheng })
        foreach (var rule in set.Rules)
        for (var i = 0; i < 20; i++)
        {
            var start = Shipped.At("2026-01-01T00:00:00").AddMinutes(random.Next(364 * 1440));
            foreach (var threshold in ClockPlanner.Plan(rule, start, Shipped.Calendar).Thresholds)
            foreach (var recipient in threshold.Recipients)
            {
                var at = set.QuietHours.DeliverAt(threshold.At, recipient, threshold.AlsoAtNight, Shipped.Calendar.Zone);
                var exempt = threshold.AlsoAtNight || set.QuietHours.IsExempt(recipient);
                (at == threshold.At || !exempt).ShouldBeTrue();
                (at - threshold.At).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromHours(11));
                if (!exempt) Shipped.Calendar.TimeOf(at).IsBetween(new TimeOnly(7, 30), new TimeOnly(21, 0)).ShouldBeTrue($"{rule.Id} {at}");
            }
        }
    }
}
