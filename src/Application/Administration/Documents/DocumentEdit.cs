using System.Text.Json.Nodes;
using Bpm.Application.Installation;

namespace Bpm.Application.Administration.Documents;

/// <summary>A document while it is changed.</summary>
/// <param name="Root">Its JSON, to be changed in place; what is not touched stays as it is.</param>
/// <param name="Home">What is in force before the change.</param>
public sealed record DocumentEdit(JsonObject Root, Installed Home)
{
    /// <summary>A list of the document, made where it is missing.</summary>
    public JsonArray List(string name)
    {
        if (Root[name] is JsonArray known)
            return known;
        var made = new JsonArray();
        Root[name] = made;
        return made;
    }

    /// <summary>The object of a list whose property has a value, or null.</summary>
    public JsonObject? Find(string list, string property, string value) => List(list).OfType<JsonObject>().FirstOrDefault(item => DocumentJson.Text(item[property]) == value);
}
