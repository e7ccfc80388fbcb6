using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.Histories;

/// <summary>
/// A folder of Histories: definitions, what is done before the state was saved (<c>before</c>) and after (<c>after</c>), and a saved
/// state for each format that there ever was. None of it is ever edited.
/// </summary>
internal sealed class Story
{
    private readonly JsonElement _json;

    public Story(string folder)
    {
        Folder = folder;
        _json = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(folder, "story.json")));
        var definitions = new DefinitionFolder();
        foreach (var file in Directory.EnumerateFiles(folder, "*.definition.json").Order(StringComparer.Ordinal)) definitions.AddFile(file);
        Graph = new GraphCompiler(ActivityRegistry.WithBuiltIns()).Compile(definitions.FindPublished(_json.GetProperty("start").GetString()!)!, definitions);
    }

    public string Folder { get; }
    public WorkflowGraph Graph { get; }
    public IEnumerable<JsonElement> Before => _json.GetProperty("before").EnumerateArray();
    public IEnumerable<JsonElement> After => _json.GetProperty("after").EnumerateArray();

    public string PathOf(int format) => Path.Combine(Folder, $"format{format}.json");
}
