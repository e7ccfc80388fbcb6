using Bpm.Durability.Tests.Races;
using Bpm.HostKit;

namespace Bpm.Durability.Tests.Overdue;

/// <summary>What fell due while everything was down happens once, at the start. On the real clock: only it goes on meanwhile.</summary>
public sealed class OverdueAtStartTests
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TimersAndThresholds_DueWhileDown_FireOnceAtStart()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            List<string> delayed = [];
            List<string> warned = [];
            DateTimeOffset due;
            await using (var first = await InProcessHost.StartAsync(null, directory))
            {
                (await first.ImportAsync("xx-water", RaceDefinitions.TaskAgainstDelay("00:00:04"))).IsRefused.ShouldBeFalse();
                for (var i = 0; i < 10; i++)
                {
                    var counter = Complaint.Sample("C02");
                    counter["channel"] = "counter";
                    delayed.Add(Read.Text((await first.Site.RegisterAsync("a.hotline", counter))["number"]));
                    // Half of the hour of the first reply is over in four seconds.
                    var called = Complaint.Sample("C01");
                    called["receivedAt"] = (TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(4)).ToString("O");
                    called["backdatingReason"] = "电话繁忙，稍后登记";
                    warned.Add(Read.Text((await first.Site.RegisterAsync("a.hotline", called))["number"]));
                }

                due = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(4);
            }

            await Until.TrueAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow() > due), _longest, "The clock stands still.");
            for (var start = 0; start < 2; start++)
            {
                await using var next = await InProcessHost.StartAsync(null, directory);
                var supervisor = await next.Site.AsAsync("a.supervisor");
                foreach (var number in delayed)
                {
                    await Until.TrueAsync(async () => Read.OpenSteps(await supervisor.CaseAsync(number)) is ["after"], _longest, $"{number}: the timer did not fire.");
                    var @case = await supervisor.CaseAsync(number);
                    Read.Items(@case["notices"]).Where(notice => notice["clockId"] is null).Select(notice => Read.Text(notice["text"])).ShouldBe([RaceDefinitions.TimeFirst]);
                    Read.Tasks(@case, "race", "cancelled").ShouldHaveSingleItem();
                }

                foreach (var number in warned)
                {
                    await Until.TrueAsync(async () => Read.Items((await supervisor.CaseAsync(number))["notices"]).Count > 0, _longest, $"{number}: nobody was warned.");
                    Read.Items((await supervisor.CaseAsync(number))["notices"]).ShouldHaveSingleItem();
                }
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
