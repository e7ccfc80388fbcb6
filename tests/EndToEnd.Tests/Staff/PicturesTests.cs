using Bpm.EndToEnd.Tests.Browsing;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Makes the pictures of the README: <c>BPM_IMAGES=docs/images dotnet test tests/EndToEnd.Tests --filter Pictures</c>.</summary>
[Collection(OfficeCollection.Name)]
public sealed class PicturesTests(Office office)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BPM_IMAGES");

    [Fact]
    public async Task MainPages_ArePictured()
    {
        Assert.SkipUnless(Folder is not null, "Pictures are made where BPM_IMAGES names a folder.");
        var numbers = await office.SeedAsync();
        var folder = Path.Combine(Repository.Root, Folder!);
        Directory.CreateDirectory(folder);
        foreach (var (user, path, name, width, height) in new[]
        {
            ("a.hotline", "/", "desk", 1440, 900), ("a.hotline", "/register", "register", 1440, 900), ("a.hotline", $"/cases/{numbers[0]}", "case", 1440, 900),
            ("a.manager", "/supervision", "supervision", 1440, 900), ("a.manager", "/dashboard", "dashboard", 1440, 900), ("a.admin", "/admin/calendar/2026", "calendar", 1440, 900),
            ("a.network", "/", "desk-phone", 375, 812), ("b.chairman", "/discipline", "discipline-phone", 375, 812),
        })
        {
            await using var tab = await office.OpenAsync(user, width, height);
            await tab.Page.GotoAsync(path);
            await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }

        Directory.EnumerateFiles(folder, "*.png").Count().ShouldBeGreaterThanOrEqualTo(8);
    }
}
