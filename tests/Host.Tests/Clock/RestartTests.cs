using Bpm.HostKit;

namespace Bpm.Host.Tests.Clock;

/// <summary>Stopping and starting again on the same data.</summary>
public sealed class RestartTests
{
    private static readonly DateTimeOffset _start = Read.Moment("2026-03-30T16:00:00+08:00");

    [Fact]
    public async Task Restart_OnTheSameData_GoesOnWhereItStood()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            string number;
            DateTimeOffset now;
            await using (var first = await InProcessHost.StartAsync(_start, directory))
            {
                number = Read.Text((await first.Site.RegisterAsync("C01"))["number"]);
                await first.Site.AdvanceToAsync(_start + TimeSpan.FromMinutes(31));
                now = await first.Site.NowAsync();
            }

            await using var second = await InProcessHost.StartAsync(_start + TimeSpan.FromDays(400), directory);
            (await second.Site.NowAsync()).ShouldBe(now);
            var supervisor = await second.Site.AsAsync("a.supervisor");
            var before = await supervisor.ListAsync("/api/notices?complaint=" + number);
            before.Count.ShouldBe(1);
            await second.Site.AdvanceToAsync(_start + TimeSpan.FromMinutes(51));
            (await supervisor.ListAsync("/api/notices?complaint=" + number)).Count.ShouldBe(2);
            var driver = await new CaseDriver(second.Site, await supervisor.CaseAsync(number), Plan.First).WalkAsync();
            Read.Text((await supervisor.CaseAsync(number))["status"]).ShouldBe("closed", string.Join(' ', driver.Trail()));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task FirstStart_WithOtherFilesInTheDataDirectory_LoadsAllTheSame()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "readme.txt"), "not a database");
            await using var host = await InProcessHost.StartAsync(_start, directory);
            (await host.Site.NowAsync()).ShouldBe(_start);
            Read.Text((await host.Site.RegisterAsync("C12"))["status"]).ShouldBe("open");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
