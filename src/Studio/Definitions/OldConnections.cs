using System.Text.Json.Nodes;

namespace Bpm.Studio.Definitions;

/// <summary>
/// Early definitions of Elsa 3 name a connection's ends as texts (<c>source</c>, <c>sourcePort</c>). The engine runs both forms; Studio draws
/// nothing at all where it meets the old one.
/// </summary>
internal static class OldConnections
{
    /// <summary>Writes the connections of a drawing in the form of today, in place.</summary>
    public static void Renew(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var connection in (map["connections"] as JsonArray ?? []).OfType<JsonObject>().Where(c => c["source"] is JsonValue && c["target"] is JsonValue))
            {
                connection["source"] = End(connection, "source", "sourcePort", "Done");
                connection["target"] = End(connection, "target", "targetPort", "In");
                connection["vertices"] ??= new JsonArray();
            }

            foreach (var (_, child) in map.Where(property => property.Key is not ("expression" or "connections")))
                Renew(child);
        }
        else if (node is JsonArray list)
        {
            foreach (var child in list)
                Renew(child);
        }
    }

    private static JsonObject End(JsonObject connection, string end, string port, string usual)
    {
        var ended = new JsonObject { ["activity"] = connection[end]!.DeepClone(), ["port"] = connection[port]?.DeepClone() ?? usual };
        connection.Remove(port);
        return ended;
    }
}
