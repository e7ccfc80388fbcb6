using System.Net;

namespace Bpm.Host.Tests.Studio;

public sealed class PageAccessTests(RunningPages pages) : IClassFixture<RunningPages>
{
    [Fact]
    public async Task Page_RoleLacksThePermission_SaysSoKindly()
    {
        using var browser = await pages.OpenAsync("a.hotline");
        using var refused = await browser.GetAsync("/studio/definitions");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("没有权限");
    }

    [Theory]
    [InlineData("/nowhere", "text/html")]
    [InlineData("/api/nowhere", "application/problem+json")]
    [InlineData("/elsa/api/nowhere", "application/problem+json")]
    public async Task Address_IsUnknown_IsAnsweredAsItsCallerReads(string path, string type)
    {
        using var browser = await pages.OpenAsync("a.process");
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("/studio/definitions", true)]
    [InlineData("/sign-in", false)]
    [InlineData("/nowhere", false)]
    public async Task Policy_OfContent_IsWiderForStudioOnly(string path, bool isWider)
    {
        using var browser = await pages.OpenAsync(isWider ? "a.process" : "a.hotline");
        using var answer = await browser.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.Contains("wasm-unsafe-eval", StringComparison.Ordinal).ShouldBe(isWider);
        policy.Contains("'unsafe-inline'", StringComparison.Ordinal).ShouldBe(isWider);
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Answer_OfAWorkflow_ActsInNobodysName()
    {
        using var browser = pages.Open();
        using var answer = await browser.GetAsync("/workflows/anything");
        answer.Headers.GetValues("Content-Security-Policy").ShouldContain(value => value.StartsWith("sandbox", StringComparison.Ordinal) && !value.Contains("allow-scripts", StringComparison.Ordinal));
    }
}
