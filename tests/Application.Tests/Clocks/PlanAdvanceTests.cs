using Bpm.Application.Clocks;
using Bpm.Domain;

namespace Bpm.Application.Tests.Clocks;

public class PlanAdvanceTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Plan_By_AddsTheDuration() =>
        (await PlanAsync(new(null, "P1DT2H"))).Value.To.ShouldBe(Now.AddHours(26));

    [Fact]
    public async Task Plan_To_IsTheMoment() =>
        (await PlanAsync(new(Now.AddDays(3), null))).Value.To.ShouldBe(Now.AddDays(3));

    [Fact]
    public async Task Plan_Neither_IsRefused() => (await PlanAsync(new(null, null))).Refusal!.Errors.Keys.ShouldContain("to");

    [Fact]
    public async Task Plan_Both_IsRefused() => (await PlanAsync(new(Now, "PT1H"))).Refusal!.Errors.Keys.ShouldContain("to");

    [Theory]
    [InlineData("morgen")]
    [InlineData("1h")]
    [InlineData("P999999999Y")]
    public async Task Plan_MalformedDuration_NamesTheField(string by) => (await PlanAsync(new(null, by))).Refusal!.Errors.Keys.ShouldContain("by");

    [Theory]
    [InlineData("-PT1H")]
    [InlineData(null)]
    public async Task Plan_Backwards_IsRefused(string? by) =>
        (await PlanAsync(by is null ? new(Now.AddTicks(-1), null) : new(null, by))).Refusal.ShouldBeOfType<ClockRunsForward>();

    [Fact]
    public async Task Plan_RealClock_IsRefused()
    {
        var handler = new PlanAdvanceHandler(BusinessClock.Real(TimeProvider.System));
        (await handler.Handle(new(null, "PT1H"), TestContext.Current.CancellationToken)).Refusal.ShouldBeOfType<ClockNotVirtual>();
    }

    private static Task<Result<AdvanceTarget>> PlanAsync(PlanAdvance request) =>
        new PlanAdvanceHandler(BusinessClock.Virtual(Now)).Handle(request, TestContext.Current.CancellationToken);
}
