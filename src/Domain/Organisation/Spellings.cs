using System.Collections.Frozen;
using System.Text;

namespace Bpm.Domain.Organisation;

/// <summary>Finds a code by any spelling of its name, so that text of regulations and imports finds its way home.</summary>
public sealed class Spellings
{
    private readonly FrozenDictionary<string, string> _codes;

    /// <param name="named">Codes with their names and other spellings. Where two codes share a spelling, the first has it.</param>
    public Spellings(IEnumerable<(string Code, string Name, IReadOnlyList<string> Aliases)> named)
    {
        var all = named.ToArray();
        // Codes before names before aliases: a code must never be taken by another one's alias.
        _codes = all.Select(n => (Spelling: n.Code, n.Code))
            .Concat(all.Select(n => (n.Name, n.Code)))
            .Concat(all.SelectMany(n => n.Aliases.Select(alias => (alias, n.Code))))
            .Select(pair => (Spelling: Normal(pair.Item1), pair.Code))
            .DistinctBy(pair => pair.Spelling)
            .ToFrozenDictionary(pair => pair.Spelling, pair => pair.Code);
    }

    /// <summary>The code, or null. Width of characters, blanks, upper and lower case do not matter.</summary>
    public string? Find(string spelling) => _codes.GetValueOrDefault(Normal(spelling));

    // The regulations also write GlS with a lower-case L.
    private static string Normal(string spelling)
    {
        var text = new StringBuilder(spelling.Length);
        foreach (var c in spelling.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c is 'l' or 'L' ? 'I' : char.ToUpperInvariant(c));
        }

        return text.ToString();
    }
}
