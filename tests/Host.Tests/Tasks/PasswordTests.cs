using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>The own password.</summary>
public sealed class PasswordTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    private const string Route = "/api/session/password";

    [Fact]
    public async Task Change_EndsEveryOtherSessionAndKeepsTheOwn()
    {
        var (other, own) = (await SignInAsync("a.engineering", Site.Password), await SignInAsync("a.engineering", Site.Password));

        var changed = (await own.PostAsync(Route, Body(Site.Password, "Neues#2026", "Neues#2026"))).Expect(200).Json;

        (await product.Site.WithToken(Read.Text(changed["accessToken"])).GetAsync("/api/session")).Expect(200);
        (await other.GetAsync("/api/session")).ExpectProblem(401);
        (await product.Site.Nobody.PostAsync("/api/session", Credentials("a.engineering", Site.Password))).ExpectProblem(401, "SIGN-IN-FAILED");
        await SignInAsync("a.engineering", "Neues#2026");
    }

    [Fact]
    public async Task Change_Wrong_IsRefusedNamingTheField()
    {
        var own = await SignInAsync("a.it", Site.Password);
        (await own.PostAsync(Route, Body("falsch", "Neues#2026", "Neues#2026"))).ExpectProblem(400, null, "old");
        (await own.PostAsync(Route, Body(Site.Password, "kurz", "kurz"))).ExpectProblem(400, null, "new");
        (await own.PostAsync(Route, Body(Site.Password, "Neues#2026", "Neues#2027"))).ExpectProblem(400, null, "again");
        (await own.PostAsync(Route, Body(Site.Password, Site.Password, Site.Password))).ExpectProblem(400, null, "new");
        (await own.GetAsync("/api/session")).Expect(200);
    }

    private async Task<ApiClient> SignInAsync(string user, string password) => product.Site.WithToken(
        Read.Text((await product.Site.Nobody.PostAsync("/api/session", Credentials(user, password))).Expect(200).Json["accessToken"]));

    private static JsonObject Credentials(string user, string password) => new() { ["userName"] = user, ["password"] = password };

    private static JsonObject Body(string old, string fresh, string again) => new() { ["old"] = old, ["new"] = fresh, ["again"] = again };
}
