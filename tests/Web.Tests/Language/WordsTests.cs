using System.Text.RegularExpressions;
using Bpm.HostKit;
using Bpm.Web.Frame;
using Bpm.Web.Language;

namespace Bpm.Web.Tests.Language;

/// <summary>Every text of the staff pages goes through the words, and each is known in English.</summary>
public sealed partial class WordsTests
{
    // The pages around Elsa Studio have a dictionary of their own; the status pages and the product's name stand in the frame.
    private static readonly string[] Apart = ["Processes/", "Frame/Status", "Frame/Shell.razor"];

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Web");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.razor", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !Array.Exists(Apart, apart => path.StartsWith(apart, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EachChineseText_StandsInTheWordsAndIsKnownInEnglish(string page)
    {
        var source = Comments().Replace(File.ReadAllText(Path.Combine(Folder, page)), "");
        Keys(source).Where(key => !Words.Knows(key)).ShouldBeEmpty();

        Chinese().Matches(Key().Replace(source, "")).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Code_EachKey_IsKnownInEnglish() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Keys(File.ReadAllText(path))).Where(key => !Words.Knows(key)).ShouldBeEmpty();

    [Fact]
    public void Menu_EachName_IsKnownInEnglish() => Menu.Entries.Select(entry => entry.Name).Concat(Menu.Processes.Select(page => page.Name)).Where(name => !Words.Knows(name)).ShouldBeEmpty();

    [Fact]
    public void Words_WrongPlaces_AreNone()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "Language"), "words.en.*.json"))
        {
            foreach (var (chinese, english) in System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
                Places(english).ShouldBe(Places(chinese), $"{Path.GetFileName(file)}: {chinese}");
        }
    }

    private static IReadOnlyList<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Keys(string source) => Key().Matches(source).Select(match => Regex.Unescape(match.Groups[1].Value)).Where(key => key.Length > 0).Distinct();

    [GeneratedRegex("""\b(?:W|words|Words|_words)\["((?:[^"\\]|\\.)*)"[,\]]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"@\*[\s\S]*?\*@|^[ \t]*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\u4e00-\u9fff][^""<\n]*")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
