using System.Text;
using System.Xml;

namespace Bpm.Application.Reports.Files;

/// <summary>What of a text must be seen to before a spreadsheet reads it.</summary>
internal static class SheetText
{
    /// <summary>True where a spreadsheet would take the text for a formula. What a customer said must not run on the reader's machine.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text without signs that XML cannot hold, and no longer than a cell takes.</summary>
    public static string Fitting(string text)
    {
        const int longest = 32_767;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && kept.Length < longest; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && kept.Length + 1 < longest && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
        }

        return kept.ToString();
    }
}
