using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bpm.Definitions.Tests;

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

    /// <summary>Every scenario file of a pack: file name relative to the packs' root.</summary>
    public static IEnumerable<string> Files(string organisation) => Directory
        .GetFiles(Path.Combine(ShippedPacks.Root, organisation, "scenarios"), "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(ShippedPacks.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static Scenario Read(string file) =>
        JsonSerializer.Deserialize<Scenario>(File.ReadAllBytes(Path.Combine(ShippedPacks.Root, file)), _options)
        ?? throw new InvalidDataException($"{file} is empty.");
}
