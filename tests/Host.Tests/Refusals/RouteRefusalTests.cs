using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Refusals;

/// <summary>Requests that lead nowhere.</summary>
public sealed class RouteRefusalTests(RefusalProduct product) : IClassFixture<RefusalProduct>
{
    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/complaints/XX19990101-0001")]
    [InlineData("/api/complaints/'%20OR%201=1--")]
    [InlineData("/api/tasks/not-a-guid")]
    [InlineData("/api/tasks/00000000-0000-0000-0000-000000000000")]
    [InlineData("/api/notices?complaint=XX19990101-0001")]
    public async Task Get_NothingThere_IsNotFound(string path) =>
        (await (await product.AsAsync("a.hotline")).GetAsync(path)).ExpectProblem(404);

    [Theory]
    [InlineData("/api/tasks?scope=everything")]
    [InlineData("/api/tasks?page=-1")]
    [InlineData("/api/tasks?pageSize=0")]
    [InlineData("/api/tasks?pageSize=100000")]
    [InlineData("/api/complaints?status=lost")]
    [InlineData("/api/complaints?from=yesterday")]
    [InlineData("/api/complaints?page=x")]
    public async Task Get_ParameterWrong_IsRefused(string path) =>
        (await (await product.AsAsync("a.hotline")).GetAsync(path)).ExpectProblem(400);

    [Theory]
    [InlineData("/api/complaints")]
    [InlineData("/api/complaints/XX20260330-0001")]
    [InlineData("/api/tasks")]
    [InlineData("/api/notices")]
    [InlineData("/api/clock")]
    [InlineData("/api/session")]
    public async Task Get_NotSignedIn_IsRefused(string path) => (await product.Site.Nobody.GetAsync(path)).ExpectProblem(401);

    [Fact]
    public async Task Method_NotOfTheRoute_IsRefused()
    {
        var hotline = await product.AsAsync("a.hotline");
        (await hotline.PostAsync("/api/complaints/XX20260330-0001")).ExpectProblem(405);
        (await hotline.SendAsync(HttpMethod.Delete, "/api/complaints", null, null)).ExpectProblem(405);
    }

    [Fact]
    public async Task Case_OfTheOtherOrganisation_IsNotFound()
    {
        var ofA = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        var ofB = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        foreach (var user in Staff.OfB)
            (await (await product.AsAsync(user)).GetAsync(ApiClient.CasePath(ofA))).ExpectProblem(404);
        foreach (var user in Staff.OfA)
        {
            (await (await product.AsAsync(user)).GetAsync(ApiClient.CasePath(ofB))).ExpectProblem(404);
            (await (await product.AsAsync(user)).GetAsync("/api/notices?complaint=" + ofB)).ExpectProblem(404);
        }

        (await (await product.AsAsync("b.admin")).GetAsync("/api/complaints")).Text.ShouldNotContain(ofA);
        (await (await product.AsAsync("a.admin")).GetAsync("/api/complaints")).Text.ShouldNotContain(ofB);
        (await (await product.AsAsync("b.hotline")).ListAsync("/api/tasks?scope=available&complaint=" + ofA)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_WrongPasswordOrUnknownUser_GetTheSameAnswer()
    {
        var wrong = (await SignInAsync("a.it", "wrong")).ExpectProblem(401, "SIGN-IN-FAILED");
        var unknown = (await SignInAsync("a.nobody", "wrong")).ExpectProblem(401, "SIGN-IN-FAILED");
        Read.Text(unknown.Json["detail"]).ShouldBe(Read.Text(wrong.Json["detail"]));
        (await SignInAsync("a.it", Site.Password)).Expect(200);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"userName":"a.hotline"}""")]
    [InlineData("""{"userName":5,"password":"x"}""")]
    [InlineData("null")]
    public async Task SignIn_BodyWrong_IsRefused(string body) => (await product.Site.Nobody.PostTextAsync("/api/session", body)).ExpectProblem(400);

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccount()
    {
        // Other tests go on with the session that this leaves them.
        await product.AsAsync("a.tech");
        for (var i = 0; i < 5; i++)
            (await SignInAsync("a.tech", "wrong" + i)).ExpectProblem(401);
        (await SignInAsync("a.tech", Site.Password)).ExpectProblem(401, "ACCOUNT-LOCKED");
        (await SignInAsync("a.engineering", Site.Password)).Expect(200);
    }

    [Fact]
    public async Task Session_Refreshed_GivesANewToken()
    {
        var session = (await SignInAsync("a.it", Site.Password)).Expect(200).Json;
        session["expiresIn"]!.GetValue<long>().ShouldBeGreaterThan(0);
        var renewed = (await product.Site.Nobody.PostAsync("/api/session/refresh", new JsonObject { ["refreshToken"] = Read.Text(session["refreshToken"]) })).Expect(200).Json;
        (await product.Site.WithToken(Read.Text(renewed["accessToken"])).GetAsync("/api/session")).Expect(200).Text.ShouldContain("a.it");
        (await product.Site.Nobody.PostAsync("/api/session/refresh", new JsonObject { ["refreshToken"] = Read.Text(session["accessToken"]) })).ExpectProblem(401);
    }

    private Task<Answer> SignInAsync(string user, string password) =>
        product.Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = user, ["password"] = password });
}
