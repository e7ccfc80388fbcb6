using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>Fills in a task's form from what the form says of itself.</summary>
public static class FormFiller
{
    private const string Sentence = "已按规定核实并处理，情况属实，已向客户说明。";

    /// <summary>The body of a completion with every required field, and a comment where the outcome wants a reason.</summary>
    /// <param name="values">Values to use instead, by field; also for optional fields of that name.</param>
    public static JsonObject Submission(JsonNode task, string outcome, IReadOnlyDictionary<string, string> values)
    {
        var form = new JsonObject();
        var properties = task["form"]?["properties"]?.AsObject() ?? [];
        var required = Read.Texts(task["form"]?["required"]);
        foreach (var (name, field) in properties)
        {
            if (values.TryGetValue(name, out var chosen))
                form[name] = Shape(field!, JsonValue.Create(chosen));
            else if (required.Contains(name))
                form[name] = Shape(field!, Value(field!));
        }

        var body = new JsonObject { ["outcome"] = outcome, ["form"] = form };
        if (Read.Items(task["outcomes"]).Any(o => Read.Text(o["name"]) == outcome && o["reasonRequired"]?.GetValue<bool>() is true))
            body["comment"] = "经核实，确需如此办理。";
        return body;
    }

    private static JsonNode Shape(JsonNode field, JsonNode value) =>
        field["multiple"]?.GetValue<bool>() is true ? new JsonArray(value) : value;

    private static JsonValue Value(JsonNode field) => Read.Text(field["type"]) switch
    {
        "string" when Read.Texts(field["enum"]) is [var first, ..] => JsonValue.Create(first),
        "string" => JsonValue.Create(field["maxLength"]?.GetValue<int>() is { } most && most < Sentence.Length ? Sentence[..most] : Sentence),
        "integer" => JsonValue.Create((long)Math.Ceiling(field["minimum"]?.GetValue<decimal>() ?? 1)),
        "number" => JsonValue.Create(field["minimum"]?.GetValue<decimal>() ?? 1),
        "boolean" => JsonValue.Create(true),
        var type => throw new InvalidOperationException($"A required field of type '{type}' must not be."),
    };
}
