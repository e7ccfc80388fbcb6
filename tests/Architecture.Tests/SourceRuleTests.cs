using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bpm.Architecture.Tests;

public partial class SourceRuleTests
{
    private const int LongestFile = 400;

    // Path and the reason why it may be longer.
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly string[] ForbiddenFolders = ["Helpers", "Common", "Utils", "Services", "Models", "Managers"];

    private static IEnumerable<SourceFile> All => SourceTree.Product.Concat(SourceTree.Tests);

    [Fact]
    public void Files_AreShort() =>
        All.Where(file => file.Lines > LongestFile && !LongFiles.ContainsKey(file.Path)).Select(file => $"{file.Path}: {file.Lines}").ShouldBeEmpty();

    [Fact]
    public void Folders_AreNounsOfTheField() =>
        All.Where(file => file.Path.Split('/').SkipLast(1).Intersect(ForbiddenFolders).Any()).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Time_ComesFromAProvider() =>
        All.Where(file => WallClock().IsMatch(file.Code) && !file.Path.EndsWith("SourceRuleTests.cs", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Tests_DoNotSleep() =>
        SourceTree.Tests.Where(file => file.Code.Contains("Thread.Sleep(", StringComparison.Ordinal) && !file.Path.EndsWith("SourceRuleTests.cs", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void PublicTypes_AreOnePerFile() =>
        SourceTree.Product
            .Select(file => (file.Path, Types: TopLevelPublicType().Count(file.Text)))
            // A use case is a request with its answer, validator and handler; the refusals of a noun stand together.
            .Where(file => file.Types > 1 && !IsUseCaseOrErrors(file.Path))
            .Select(file => $"{file.Path}: {file.Types}")
            .ShouldBeEmpty();

    [Fact]
    public void Regions_AreNotUsed() =>
        All.Where(file => Region().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void CategoriesAndSteps_AreNamedInDefinitionsOnly()
    {
        var codes = CategoryAndStepCodes();
        codes.Count.ShouldBeGreaterThan(20);
        SourceTree.Product
            .SelectMany(file => codes.Where(code => file.Code.Contains($"\"{code}\"", StringComparison.Ordinal)).Select(code => $"{file.Path}: {code}"))
            .ShouldBeEmpty();
    }

    private static HashSet<string> CategoryAndStepCodes()
    {
        var codes = new HashSet<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "workflow-definitions"), "*.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Path.GetFileName(path) == "organisation.json")
                codes.UnionWith(CodesOf(document.RootElement.GetProperty("categories")));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("root", out var root) && root.TryGetProperty("activities", out var activities))
            {
                codes.UnionWith(activities.EnumerateArray()
                    .Where(activity => activity.GetProperty("type").GetString() == "Bpm.HumanTask")
                    .Select(activity => activity.GetProperty("step").GetProperty("expression").GetProperty("value").GetString()!));
            }
        }

        return codes;
    }

    private static IEnumerable<string> CodesOf(JsonElement categories) => categories.ValueKind == JsonValueKind.Object
        ? categories.EnumerateObject().Select(category => category.Name)
        : categories.EnumerateArray().Select(category => category.GetProperty("code").GetString()!);

    private static bool IsUseCaseOrErrors(string path) =>
        path.StartsWith("src/Application/", StringComparison.Ordinal) || path.EndsWith("Errors.cs", StringComparison.Ordinal) || path.EndsWith("Program.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"^public (sealed |abstract |static |partial |readonly )*(class|record|struct|interface|enum|record struct) ", RegexOptions.Multiline)]
    private static partial Regex TopLevelPublicType();

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();
}
