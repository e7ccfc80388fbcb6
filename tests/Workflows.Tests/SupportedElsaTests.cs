using System.Text.RegularExpressions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Tests;

/// <summary>docs/supported-elsa.md says of each activity what the program does.</summary>
public sealed partial class SupportedElsaTests
{
    private static readonly Dictionary<string, string> _listed = Read();

    [Fact]
    public void Document_ActivitiesThatRun_AreThoseOfTheProgram() =>
        _listed.Where(row => row.Value is "runs" or "partly").Select(row => row.Key).Order(StringComparer.Ordinal)
            .ShouldBe(ComplaintActivities.Registry().Types.Select(type => type.Name).Where(name => name.StartsWith("Elsa.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Document_RefusedActivities_AreUnknownToTheProgram()
    {
        var refused = _listed.Where(row => row.Value == "refused").Select(row => row.Key).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(name => ComplaintActivities.Registry().Find(name) == null);
    }

    private static Dictionary<string, string> Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Bpm.sln"))) root = root.Parent!;
        return File.ReadLines(Path.Combine(root.FullName, "docs", "supported-elsa.md"))
            .Select(line => Row().Match(line)).Where(row => row.Success)
            .SelectMany(row => Name().Matches(row.Groups["names"].Value).Select(name => (name.Groups["name"].Value, State: row.Groups["state"].Value)))
            .ToDictionary(row => row.Value, row => row.State, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<names>[^|]+) \| (?<state>runs|partly|refused) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>Elsa\.\w+)`")]
    private static partial Regex Name();
}
