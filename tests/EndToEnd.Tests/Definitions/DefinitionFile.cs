using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.EndToEnd.Tests.Definitions;

/// <summary>A shipped definition as its file has it.</summary>
internal static class DefinitionFile
{
    /// <summary>The drawing of a definition.</summary>
    public static JsonNode Root(string organisation, string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", organisation, name + ".json")))!["root"]!;
}
