using System.Xml.Linq;

namespace Bpm.Architecture.Tests;

public class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Engine"] = [],
        ["Domain"] = [],
        ["Workflows"] = ["Engine", "Domain"],
        ["Application"] = ["Workflows"],
        ["Persistence"] = ["Application"],
        ["Connectors"] = ["Application"],
        ["Studio"] = ["Application"],
        ["Web"] = ["Application"],
        ["Host"] = ["Application", "Persistence", "Connectors", "Studio", "Web"],
    };

    public static TheoryData<string> Projects => new(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.csproj", SearchOption.AllDirectories));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_PointDownOnly(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var references = XDocument.Load(path).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Allowed.ShouldContainKey(name);
        references.ShouldBeSubsetOf(Allowed[name]);
    }

    [Fact]
    public void Domain_Packages_AreNone() =>
        XDocument.Load(Path.Combine(SourceTree.Root, "src/Domain/Domain.csproj")).Descendants("PackageReference").ShouldBeEmpty();

    [Fact]
    public void Engine_Code_KnowsNoComplaintsDatabaseOrHttp()
    {
        string[] forbidden = ["Bpm.Domain", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.Net.Http", "Sqlite"];
        Offenders("src/Engine/", forbidden).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Application/")]
    [InlineData("src/Workflows/")]
    [InlineData("src/Domain/")]
    public void Code_BelowTheDoors_KnowsNoHttp(string folder) => Offenders(folder, ["Microsoft.AspNetCore", "HttpContext"]).ShouldBeEmpty();

    [Fact]
    public void Sqlite_IsNamed_InItsOwnFolderOnly() =>
        SourceTree.Product
            .Where(file => !file.Path.StartsWith("src/Persistence/Sqlite/", StringComparison.Ordinal))
            .Where(file => file.Code.Contains("Microsoft.Data.Sqlite", StringComparison.Ordinal) || file.Code.Contains("UseSqlite", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    private static IEnumerable<string> Offenders(string folder, string[] forbidden) =>
        SourceTree.Product
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && forbidden.Any(word => file.Code.Contains(word, StringComparison.Ordinal)))
            .Select(file => file.Path);
}
