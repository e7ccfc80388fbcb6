using Bpm.Application.Sessions;

namespace Bpm.Application.Tests.Sessions;

public class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero);
    private readonly Account _account = new("a.hotline", "xx-water", "hash");

    [Fact]
    public void Fail_FiveTimes_LocksForFiveMinutes()
    {
        Fail(Account.FailuresBeforeLock);
        _account.IsLocked(Now.AddMinutes(5).AddTicks(-1)).ShouldBeTrue();
        _account.IsLocked(Now.AddMinutes(5)).ShouldBeFalse();
    }

    [Fact]
    public void Fail_FourTimes_DoesNotLock()
    {
        Fail(Account.FailuresBeforeLock - 1);
        _account.IsLocked(Now).ShouldBeFalse();
    }

    [Fact]
    public void Succeed_AfterFailures_CountsAnew()
    {
        Fail(Account.FailuresBeforeLock - 1);
        _account.Succeed();
        Fail(1);
        _account.IsLocked(Now).ShouldBeFalse();
    }

    [Fact]
    public void GivePassword_LocksAndSessionsEnd_UntilAnotherIsChosen()
    {
        Fail(Account.FailuresBeforeLock);
        var stamp = _account.Stamp;
        _account.MustChangePassword.ShouldBeFalse();

        _account.GivePassword("given");

        (_account.PasswordHash, _account.MustChangePassword, _account.IsLocked(Now)).ShouldBe(("given", true, false));
        _account.Stamp.ShouldNotBe(stamp);
        _account.ChangePassword("chosen");
        (_account.PasswordHash, _account.MustChangePassword).ShouldBe(("chosen", false));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
            _account.Fail(Now);
    }
}
