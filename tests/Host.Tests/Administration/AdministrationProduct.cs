using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>A product whose organisations are changed; tests keep to people, roles and categories of their own.</summary>
public sealed class AdministrationProduct() : RunningProduct("2026-09-30T16:00:00+08:00")
{
    /// <summary>Signs somebody in who is not among the first users.</summary>
    public async Task<ApiClient> SignInAsync(string user, string password)
    {
        var session = (await Site.Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = user, ["password"] = password })).Expect(200).Json;
        return Site.WithToken(Read.Text(session["accessToken"]));
    }

    /// <summary>Adds a person who has chosen a password.</summary>
    public async Task<ApiClient> AddPersonAsync(string user, string department, params string[] roles)
    {
        var admin = await AsAsync("a.admin");
        (await admin.PostAsync("/api/admin/people", Person(user, department, roles))).Expect(200);
        var given = Read.Text((await admin.PostAsync($"/api/admin/people/{user}/password")).Expect(200).Json["password"]);
        return await ChooseAsync(await SignInAsync(user, given), given);
    }

    /// <summary>Changes a password that was given; the answer is signed in anew.</summary>
    public async Task<ApiClient> ChooseAsync(ApiClient person, string given)
    {
        var changed = await person.PostAsync("/api/session/password", new JsonObject { ["old"] = given, ["new"] = given + "#1" });
        return Site.WithToken(Read.Text(changed.Expect(200).Json["accessToken"]));
    }

    /// <summary>Body of a person.</summary>
    public static JsonObject Person(string user, string department, params string[] roles) => new()
    {
        ["userName"] = user, ["displayName"] = "试用人员", ["department"] = department, ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode?)role)]),
    };
}
