using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bpm.Workflows.Scenarios;

/// <summary>A case as data: what is registered, who does what, and what must come of it. Lies beside the definitions.</summary>
/// <param name="Name">Chinese; what it shows.</param>
/// <param name="Open">Steps with an open task right after the registration.</param>
/// <param name="Ends">False for a scenario that stops in the middle.</param>
public sealed record Scenario(
    string Name,
    ScenarioCase Case,
    IReadOnlyList<string> Open,
    IReadOnlyList<ScenarioAction> Actions,
    ScenarioExpectation Expect,
    bool Ends = true)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Every scenario file of a pack, as paths relative to the packs' root with forward slashes, in order.</summary>
    /// <param name="root">Folder of all packs.</param>
    public static IReadOnlyList<string> Files(string root, string organisation)
    {
        var folder = Path.Combine(root, organisation, "scenarios");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Reads a scenario file.</summary>
    /// <exception cref="ScenarioException">It is no scenario; the message says why.</exception>
    public static Scenario Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Scenario>(File.ReadAllBytes(path), _options) ?? throw new ScenarioException("情景文件为空。");
        }
        catch (JsonException e)
        {
            throw new ScenarioException($"情景文件无法读取：{e.Message}");
        }
    }
}
