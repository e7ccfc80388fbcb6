using System.Text.Json;

namespace Bpm.Workflows.Drawings;

/// <summary>An activity as a definition's JSON has it; it need not compile.</summary>
/// <param name="Path">Elsa's nodeId: the way through the containers, for example <c>Workflow1:flow1:task1</c>.</param>
/// <param name="Id">Unique in its definition.</param>
/// <param name="Type">Type name.</param>
/// <param name="Parent">Path of the activity that holds it; of the workflow itself for the outermost.</param>
/// <param name="Slot">The property of its holder that it stands in, for example <c>activities</c> or <c>body</c>.</param>
/// <param name="Json">Its node, with all that it holds.</param>
public sealed record DrawnActivity(string Path, string Id, string Type, string Parent, string Slot, JsonElement Json)
{
    /// <summary>What people call it: its label, else its title, else its name, else its id.</summary>
    public string Name => Label ?? Literal("title") ?? DrawnJson.Text(Json, "name") ?? Id;

    /// <summary>A fixed text input; null where it is missing, blank, or an expression.</summary>
    /// <param name="input">JSON name.</param>
    public string? Literal(string input) =>
        DrawnJson.Find(Json, input, "expression") is { } expression && DrawnJson.Text(expression, "type") == "Literal" ? DrawnJson.Text(expression, "value") : null;

    /// <summary>Does an input depend on the run: a script, a variable, an input of the workflow?</summary>
    /// <param name="input">JSON name.</param>
    public bool IsComputed(string input) =>
        DrawnJson.Find(Json, input, "expression") is { } expression && DrawnJson.Text(expression, "type") is { } type && type is not ("Literal" or "Object" or "Json");

    private string? Label => DrawnJson.Find(Json, "metadata") is { } metadata ? DrawnJson.Text(metadata, "displayText") : null;
}
