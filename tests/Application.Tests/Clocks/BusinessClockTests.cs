using Bpm.Application.Clocks;

namespace Bpm.Application.Tests.Clocks;

public class BusinessClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void MoveTo_LaterMoment_MovesThere()
    {
        var clock = BusinessClock.Virtual(Start);
        clock.MoveTo(Start.AddHours(1));
        clock.GetUtcNow().ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public void MoveTo_EarlierMoment_StaysWhereItIs()
    {
        var clock = BusinessClock.Virtual(Start);
        clock.MoveTo(Start.AddHours(-1));
        clock.GetUtcNow().ShouldBe(Start);
    }

    [Fact]
    public void MoveTo_RealClock_Throws() =>
        Should.Throw<InvalidOperationException>(() => BusinessClock.Real(TimeProvider.System).MoveTo(Start));
}
