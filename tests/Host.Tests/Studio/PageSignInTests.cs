using System.Net;
using System.Net.Http.Json;

namespace Bpm.Host.Tests.Studio;

public sealed class PageSignInTests(RunningPages pages) : IClassFixture<RunningPages>
{
    [Fact]
    public async Task Page_NobodyIsSignedIn_LeadsToTheSignInPageAndBack()
    {
        using var browser = pages.Open();
        using var refused = await browser.GetAsync("/studio/instances?page=2");
        refused.StatusCode.ShouldBe(HttpStatusCode.Found);
        var signIn = refused.Headers.Location!.OriginalString;
        signIn.ShouldBe("/sign-in?return=%2Fstudio%2Finstances%3Fpage%3D2");
        using var signedIn = await browser.SignInAsync("a.process", query: signIn["/sign-in".Length..]);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        Target(signedIn).ShouldBe("/studio/instances?page=2");
        using var page = await browser.GetAsync("/studio/instances?page=2");
        page.StatusCode.ShouldNotBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sign-in")]
    public async Task SignIn_ReturnLeadsElsewhere_GoesToTheStartPage(string address)
    {
        using var browser = pages.Open();
        using var signedIn = await browser.SignInAsync("a.process", query: "?return=" + Uri.EscapeDataString(address));
        Target(signedIn).ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_PasswordIsWrong_SaysSoAndLetsNobodyIn()
    {
        using var browser = pages.Open();
        using var refused = await browser.SignInAsync("a.process", "falsch");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var text = await refused.Content.ReadAsStringAsync();
        text.ShouldContain("用户名或密码不正确");
        text.ShouldNotContain("falsch");
        using var page = await browser.GetAsync("/studio/definitions");
        page.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SignIn_FormHasNoToken_IsRefused()
    {
        using var browser = pages.Open();
        using var refused = await browser.SignInAsync("a.process", withToken: false);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Session_ByCookie_IsTheApisSession()
    {
        using var browser = await pages.OpenAsync("a.process");
        using var answer = await browser.SendAsync(new(HttpMethod.Get, "/api/session"), wantsPage: false);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"a.process\"");
    }

    [Fact]
    public async Task Session_IsEnded_LetsNobodyInAnyMore()
    {
        using var browser = await pages.OpenAsync("a.process");
        using var ended = await browser.SignOutAsync("/studio/definitions");
        Target(ended).ShouldBe("/sign-in");
        using var answer = await browser.SendAsync(new(HttpMethod.Get, "/api/session"), wantsPage: false);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("X-Nothing", "said")]
    public async Task Change_ByCookieFromElsewhere_IsRefused(string header, string value)
    {
        using var browser = await pages.OpenAsync("a.hotline");
        using var request = Registration();
        request.Headers.Add(header, value);
        using var answer = await browser.SendAsync(request, wantsPage: false);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("CROSS-SITE");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task Change_ByCookieFromOurPages_IsDone(string header, string? value)
    {
        using var browser = await pages.OpenAsync("a.hotline");
        using var request = Registration();
        request.Headers.Add(header, value ?? pages.Address);
        using var answer = await browser.SendAsync(request, wantsPage: false);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("CROSS-SITE");
    }

    [Fact]
    public async Task Cookie_ForScriptsAndOtherSites_IsOutOfReach()
    {
        using var browser = pages.Open();
        using var signedIn = await browser.SignInAsync("a.process");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("bpm.session=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
    }

    private static HttpRequestMessage Registration() => new(HttpMethod.Post, "/api/complaints") { Content = JsonContent.Create(new { }) };

    private static string Target(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }
}
