using System.Text.RegularExpressions;

namespace Bpm.Architecture.Tests;

/// <summary>THIRD-PARTY-NOTICES.md names every file that others wrote and the product ships.</summary>
public partial class NoticeTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(SourceTree.Root, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Notices_EveryShippedAssembly_IsNamed()
    {
        var folder = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "artifacts", "bin", "Host"))
            .Where(path => File.Exists(Path.Combine(path, "Bpm.Host.dll"))).MaxBy(path => File.GetLastWriteTimeUtc(Path.Combine(path, "Bpm.Host.dll")));
        folder.ShouldNotBeNull("The host is not built.");
        var shipped = Directory.EnumerateFiles(folder, "*.dll").Concat(Directory.Exists(Path.Combine(folder, "runtimes")) ? Directory.EnumerateFiles(Path.Combine(folder, "runtimes"), "*", SearchOption.AllDirectories) : [])
            .Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith("Bpm.", StringComparison.Ordinal)).Distinct().ToList();
        shipped.ShouldNotBeEmpty();
        Unnamed(shipped, "## Beside the program").ShouldBeEmpty();
    }

    [Fact]
    public void Notices_EveryFileOfStudio_IsNamed()
    {
        var folder = Path.Combine(SourceTree.Root, "src", "Studio", "node_modules", "@elsa-workflows", "elsa-studio-wasm");
        Assert.SkipUnless(Directory.Exists(folder), "Elsa Studio's files are not installed: Node.js was missing when the product was built.");
        var shipped = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).ToList();
        shipped.Count.ShouldBeGreaterThan(500);
        Unnamed(shipped, "## Elsa Studio").ShouldBeEmpty();
    }

    [Fact]
    public void Notices_EveryLine_SaysItsLicence() =>
        Notices.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[4].Trim())
            .ShouldAllBe(licence => licence.Length > 2);

    private static IEnumerable<string> Unnamed(IEnumerable<string> files, string heading)
    {
        var section = Notices[Notices.IndexOf(heading, StringComparison.Ordinal)..];
        section = section[..(section.IndexOf("\n## ", 3, StringComparison.Ordinal) is > 0 and var end ? end : section.Length)];
        var patterns = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Pattern().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))
            .Select(pattern => new Regex("^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$")).ToList();
        return files.Where(file => !patterns.Exists(pattern => pattern.IsMatch(file)));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Pattern();
}
