using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>The sample complaints with the clocks that their regulation gives them.</summary>
public static class Samples
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonNode>> All = new(() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "complaints.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(sample => Read.Text(sample["id"])));

    /// <summary>The sample with an id.</summary>
    public static JsonNode Find(string id) => All.Value[id];

    /// <summary>When the sample was received.</summary>
    public static DateTimeOffset ReceivedAt(string id) => Read.Moment(Find(id)["receivedAt"]);

    /// <summary>Due times by rule that the sample must show.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Clocks(string id) =>
        Find(id)["clocks"]!.AsObject().ToDictionary(clock => clock.Key, clock => Read.Moment(clock.Value));
}
