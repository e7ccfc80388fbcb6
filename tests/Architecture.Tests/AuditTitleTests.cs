using System.Text.RegularExpressions;
using Bpm.Application.Audit;

namespace Bpm.Architecture.Tests;

/// <summary>Staff read the audit trail in Chinese: each action that the program writes down has a title.</summary>
public partial class AuditTitleTests
{
    [Fact]
    public void Actions_WrittenAnywhere_HaveATitle()
    {
        var written = SourceTree.Product.Where(file => !file.Path.EndsWith("AuditTitles.cs", StringComparison.Ordinal))
            .SelectMany(file => Action().Matches(file.Code).Concat(OfManagement().Matches(file.Code)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        written.Count.ShouldBeGreaterThan(30);
        written.Where(action => AuditTitles.Of(action) == AuditTitles.Of("")).ShouldBeEmpty();
    }

    [GeneratedRegex("\"(admin\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex OfManagement();

    // The code stands beside the subject, or is what an action of a desk is called.
    [GeneratedRegex("""(?:Record|ActAsync|MendAsync|Append\w*)\([^;]*?"([a-z]+\.[a-z]+(?:-[a-z]+)*)"(?=\s*,)""", RegexOptions.Singleline)]
    private static partial Regex Action();
}
