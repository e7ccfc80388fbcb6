using System.Text.Json;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>The look of a drawing: places and sizes, bends of connections, and the order in which all stands in the file.</summary>
internal sealed record DrawnLayout(string Text)
{
    public static DrawnLayout Of(DrawnDefinition drawn) => new(string.Join('\n',
        drawn.Activities.Select(step => $"{step.Id} {Json(DrawnJson.Find(step.Json, "metadata", "designer"))}")
            .Concat(drawn.Connections.Select(connection => $"{connection.Source} {connection.Port} {connection.Target}"))
            .Concat(drawn.Activities.SelectMany(step => DrawnJson.Items(step.Json, "connections")).Select(connection => Json(DrawnJson.Find(connection, "vertices"))))));

    // A list of no bends is none.
    private static string Json(JsonElement? json) => json is { } value && ValueText.Plain(value) is { } text ? text : "";
}
