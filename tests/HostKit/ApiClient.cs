using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>The API as one person, or nobody, sees it. Never throws for a status: the answer carries it.</summary>
/// <param name="token">Access token; null for a caller who is not signed in.</param>
/// <param name="user">User name, for messages.</param>
public sealed class ApiClient(HttpClient http, string? token, string user)
{
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>User name, empty for nobody.</summary>
    public string User => user;

    /// <summary>Sends a GET.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    /// <summary>Sends a GET that wants an answer only if it is another than the one with this tag.</summary>
    public Task<Answer> GetIfChangedAsync(string path, string tag) => SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", tag));

    /// <summary>Sends a POST of a JSON body; null sends <c>{}</c>.</summary>
    /// <param name="key">Idempotency key, or null for none.</param>
    public Task<Answer> PostAsync(string path, JsonNode? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent((body ?? new JsonObject()).ToJsonString(), Encoding.UTF8, "application/json"), key);

    /// <summary>Sends a POST of a body as it stands.</summary>
    public Task<Answer> PostTextAsync(string path, string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, mediaType), null);

    /// <summary>Sends any request.</summary>
    /// <param name="headers">Further headers.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? key, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add(IdempotencyHeader, key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync())
        {
            Headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Every item of a list, without regard to pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        List<JsonNode> items = [];
        for (var page = 0; ; page++)
        {
            var json = (await GetAsync($"{path}{separator}page={page}&pageSize=100")).Expect(200).Json;
            var found = json["items"]!.AsArray();
            items.AddRange(found.Select(item => item!));
            if (found.Count == 0 || items.Count >= json["totalCount"]!.GetValue<int>())
                return items;
        }
    }

    /// <summary>The case, which this caller must be able to read.</summary>
    public async Task<JsonNode> CaseAsync(string number) => (await GetAsync(CasePath(number))).Expect(200).Json;

    /// <summary>Path of a case.</summary>
    public static string CasePath(string number) => "/api/complaints/" + Uri.EscapeDataString(number);
}
