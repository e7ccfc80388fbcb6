using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests;

/// <summary>The Elsa API as one user calls it.</summary>
internal static class Elsa
{
    public const string Base = "/elsa/api";

    public static async Task<JsonNode> ReadAsync(this ApiClient client, string path) => (await client.GetAsync(Base + path)).Expect(200).Json;

    public static async Task<JsonNode> AskAsync(this ApiClient client, string path, JsonNode? body = null) => (await client.PostAsync(Base + path, body)).Expect(200).Json;

    /// <summary>Names of an object's properties, in the order sent.</summary>
    public static IReadOnlyList<string> Names(JsonNode? node) => [.. node!.AsObject().Select(property => property.Key)];
}
