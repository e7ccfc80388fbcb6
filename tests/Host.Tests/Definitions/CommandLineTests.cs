using Bpm.HostKit;

namespace Bpm.Host.Tests.Definitions;

/// <summary>The host's commands beside serving.</summary>
public sealed class CommandLineTests
{
    private static readonly DateTimeOffset _start = Read.Moment("2026-02-13T10:00:00+08:00");

    [Fact]
    public async Task Import_BesideARunningHost_IsWalkedByTheNextCase()
    {
        var directory = InProcessHost.NewDirectory();
        var folder = Directory.CreateDirectory(Path.Combine(InProcessHost.NewDirectory(), "xx-water"));
        try
        {
            await using var host = await InProcessHost.StartAsync(_start, directory);
            var file = Path.Combine(folder.FullName, "meter-data.json");
            await File.WriteAllBytesAsync(file, MeterDataWithSecondLook.Build());
            var (code, output) = await HostCommand.RunAsync(directory, "import", file);
            code.ShouldBe(0, output);
            var registered = await host.Site.RegisterAsync("C02");
            var driver = await new CaseDriver(host.Site, registered, Plan.First).WalkAsync();
            driver.Trail().ShouldContain($"{MeterDataWithSecondLook.NewStep}:Confirmed");
            Read.Text((await (await host.Site.AsAsync("a.supervisor")).CaseAsync(driver.Number))["status"]).ShouldBe("closed");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
            folder.Parent!.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Import_ABrokenFile_FailsWithWordsAndChangesNothing()
    {
        var directory = InProcessHost.NewDirectory();
        var folder = Directory.CreateDirectory(Path.Combine(InProcessHost.NewDirectory(), "xx-water"));
        try
        {
            var file = Path.Combine(folder.FullName, "meter-data.json");
            await File.WriteAllTextAsync(file, "{\"definitionId\":");
            var (code, output) = await HostCommand.RunAsync(directory, "import", file, "--Clock:Start=2026-02-13T10:00:00+08:00");
            code.ShouldNotBe(0);
            output.ShouldNotContain("   at Bpm.", Case.Sensitive);
            await using var host = await InProcessHost.StartAsync(_start, directory);
            (await host.Site.RegisterAsync("C02"))["workflow"]!["version"]!.GetValue<int>().ShouldBe(1);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
            folder.Parent!.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Verify_ShippedPacks_FindsNothing()
    {
        var directory = InProcessHost.NewDirectory();
        try
        {
            var (code, output) = await HostCommand.RunAsync(directory, "verify");
            code.ShouldBe(0, output);
            Directory.EnumerateFileSystemEntries(directory).ShouldBeEmpty("verify touched the data directory");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Export_Twice_IsByteStable()
    {
        var directory = InProcessHost.NewDirectory();
        var target = InProcessHost.NewDirectory();
        try
        {
            (await HostCommand.RunAsync(directory, "export", Path.Combine(target, "one"), "--Clock:Start=2026-02-13T10:00:00+08:00")).Code.ShouldBe(0);
            (await HostCommand.RunAsync(directory, "export", Path.Combine(target, "two"))).Code.ShouldBe(0);
            var one = Directory.EnumerateFiles(Path.Combine(target, "one"), "*.json", SearchOption.AllDirectories).ToList();
            one.Count.ShouldBeGreaterThanOrEqualTo(9);
            foreach (var file in one)
                File.ReadAllBytes(file.Replace("/one/", "/two/", StringComparison.Ordinal)).ShouldBe(File.ReadAllBytes(file));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
            Directory.Delete(target, recursive: true);
        }
    }
}
