using Bpm.Application.Access;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.HostKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Duties;

/// <summary>The product was down over the moments of duties.</summary>
public sealed class DowntimeTests
{
    private static readonly DateTimeOffset _start = Read.Moment("2026-03-30T16:00:00+08:00");

    [Fact]
    public async Task Downtime_OverFortyDays_MakesUpForTheLastThirtyOneInOrderAndOnce()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            await using (var first = await InProcessHost.StartAsync(_start, directory))
                await LetPassAsync(first, _start.AddDays(40));
            for (var restart = 0; restart < 2; restart++)
            {
                await using var again = await InProcessHost.StartAsync(null, directory);
                // Everything overdue comes before the advance's own end.
                await again.Site.AdvanceToAsync(_start.AddDays(40).AddMinutes(1 + restart));
                (await again.Site.DutiesAsync("20260407")).ShouldBeEmpty();
                (await again.Site.DutiesAsync("20260408")).Count.ShouldBe(5);
                (await again.Site.DutiesAsync("20260502")).Count.ShouldBe(3);
                var missed = await again.Site.DutyAsync("20260420", "wechat-check", "manager");
                Read.Text(missed["ending"]).ShouldBe("missed");
                Read.Moment(Read.Clocks(missed, "A-6.1")[0]["breachedAt"]).ShouldBe(Read.Moment("2026-04-21T00:00:00+08:00"));
                Read.Text((await again.Site.DutyAsync("20260509", "wechat-check", "manager"))["status"]).ShouldBe("open");
                (await again.Site.DutiesAsync("20260510")).ShouldBeEmpty();
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task LetPassAsync(InProcessHost host, DateTimeOffset to)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PutSetting(StoreVirtualTime.SettingName, StoreVirtualTime.Text(to)));
    }
}
