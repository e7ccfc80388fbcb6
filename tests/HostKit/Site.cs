using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>A running product, reached over HTTP: signs people in once and keeps their clients.</summary>
/// <param name="http">Client whose base address is the product's.</param>
public sealed class Site(HttpClient http)
{
    /// <summary>The one password of all users that the first load makes outside Production.</summary>
    public const string Password = "Water#2026";

    private readonly ConcurrentDictionary<string, Lazy<Task<ApiClient>>> _clients = new();

    /// <summary>A caller who is not signed in.</summary>
    public ApiClient Nobody { get; } = new(http, null, "");

    /// <summary>The client of a user.</summary>
    public Task<ApiClient> AsAsync(string user) =>
        _clients.GetOrAdd(user, name => new(() => SignInAsync(name))).Value;

    /// <summary>A caller with a token of one's own making.</summary>
    public ApiClient WithToken(string token) => new(http, token, "?");

    /// <summary>The business clock's moment.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        Read.Moment((await (await AsAsync("a.admin")).GetAsync("/api/clock")).Expect(200).Json["now"]);

    /// <summary>Advances the virtual clock to a moment; one already reached is no error.</summary>
    public async Task AdvanceToAsync(DateTimeOffset moment)
    {
        if (await NowAsync() >= moment)
            return;
        var admin = await AsAsync("a.admin");
        (await admin.PostAsync("/api/clock/advance", new JsonObject { ["to"] = moment.ToString("O") })).Expect(200);
    }

    private async Task<ApiClient> SignInAsync(string user)
    {
        var session = (await Nobody.PostAsync("/api/session", new JsonObject { ["userName"] = user, ["password"] = Password })).Expect(200).Json;
        return new(http, session["accessToken"]!.GetValue<string>(), user);
    }
}
