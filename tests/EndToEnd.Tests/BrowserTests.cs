using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests;

public class BrowserTests
{
    [Fact]
    public async Task Browser_Starts_AndRendersAPage()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<h1>投诉</h1>");
        (await page.GetByRole(AriaRole.Heading).TextContentAsync()).ShouldBe("投诉");
    }
}
