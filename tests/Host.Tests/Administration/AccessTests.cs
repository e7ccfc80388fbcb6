using System.Net;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>Who may do what under /api/admin: deny by default, for every role.</summary>
public sealed class AccessTests(AdministrationProduct product) : IClassFixture<AdministrationProduct>
{
    private static readonly string[] _organisation =
    [
        "alarms", "people", "people/a.hotline", "departments", "roles", "rosters", "calendar/2026", "POST people", "POST people/a.hotline", "POST people/a.hotline/password",
        "POST people/a.hotline/unlock", "POST people/a.hotline/end-sessions", "POST departments", "POST departments/x/remove", "POST roles", "POST roles/x/remove", "POST rosters", "POST rosters/x/remove",
        "POST categories", "POST channels/x", "POST calendar/days", "calendar/days/preview?date=2026-10-08&kind=holiday", "POST calendar/2026",
    ];

    private static readonly string[] _rules =
    [
        "documents/organisation", "categories", "rules", "rules/current", "rules/compare?from=2026-01-01&to=2026-01-02", "rules/2026-01-01", "forms", "POST rules", "POST rules/clocks", "POST rules/texts",
        "POST rules/2026-01-01/remove", "POST forms",
    ];

    private static readonly string[] _technical = ["connectors", "POST connectors/messages/0197f000-0000-7000-8000-000000000000/retry"];

    private static readonly string[] _audit = ["audit", "POST audit/export"];

    [Fact]
    public async Task EveryRoute_RefusesEachRoleWithoutTheRight()
    {
        foreach (var user in Staff.OfA.Concat(Staff.OfB))
        {
            var client = await product.AsAsync(user);
            var (admin, process) = (user.EndsWith(".admin", StringComparison.Ordinal), user.EndsWith(".process", StringComparison.Ordinal));
            await AssertAsync(client, _organisation, admin);
            await AssertAsync(client, _rules, admin || process);
            await AssertAsync(client, _technical, admin);
            await AssertAsync(client, _audit, admin || user == "b.director");
        }
    }

    [Fact]
    public async Task EveryRoute_RefusesWhoIsNotSignedIn()
    {
        foreach (var route in (IEnumerable<string>)[.. _organisation, .. _rules, .. _technical, .. _audit])
            (await AskAsync(product.Site.Nobody, route)).Expect(401);
    }

    [Fact]
    public async Task EveryRoute_OfTheDocument_IsInTheMatrix()
    {
        var document = (await product.Site.Nobody.GetAsync("/openapi/v1.json")).Expect(200).Json["paths"]!.AsObject();
        var routes = document.Where(path => path.Key.StartsWith("/api/admin/", StringComparison.Ordinal)).Sum(path => path.Value!.AsObject().Count);
        routes.ShouldBe(_organisation.Length + _rules.Length + _technical.Length + _audit.Length);
    }

    private static async Task AssertAsync(ApiClient client, string[] routes, bool allowed)
    {
        foreach (var route in routes)
        {
            // Bodies are refused for what they lack only after the right was asked for.
            var answer = await AskAsync(client, route, onlyRead: allowed);
            if (answer is null)
                continue;
            (answer.Status == HttpStatusCode.Forbidden).ShouldBe(!allowed, $"{client.User} {route}: {answer.Text}");
        }
    }

    private static async Task<Answer?> AskAsync(ApiClient client, string route, bool onlyRead)
    {
        // What is allowed is done in the other tests; here it would change the people that sign in.
        if (onlyRead && route.StartsWith("POST ", StringComparison.Ordinal))
            return null;
        return await AskAsync(client, route);
    }

    private static Task<Answer> AskAsync(ApiClient client, string route) => route.StartsWith("POST ", StringComparison.Ordinal)
        ? client.PostAsync("/api/admin/" + route[5..], Body(route))
        : client.GetAsync("/api/admin/" + route);

    private static JsonObject Body(string route)
    {
        var body = new JsonObject
        {
            ["code"] = "x", ["name"] = "试", ["userName"] = "x.y", ["displayName"] = "试", ["department"] = "hotline", ["roles"] = new JsonArray(), ["permissions"] = new JsonArray(),
            ["kinds"] = new JsonArray("complaint"), ["definitionId"] = "x", ["level"] = "open", ["required"] = new JsonArray(), ["date"] = "2026-01-02", ["kind"] = "plain",
            ["anchor"] = "2026-01-01", ["starts"] = new JsonArray("08:00"), ["rotation"] = new JsonArray(new JsonArray("x")), ["effectiveFrom"] = "2026-01-01", ["id"] = "x",
            ["duration"] = "PT1H", ["reading"] = "workingHours", ["text"] = "x", ["form"] = "x", ["field"] = "x", ["title"] = "x", ["note"] = "x", ["content"] = "2026-01-01,休",
        };
        // A list of fields for a category, a flag for a form's field.
        if (route == "POST forms")
            body["required"] = true;
        return body;
    }
}
