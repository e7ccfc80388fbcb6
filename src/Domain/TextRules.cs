namespace Bpm.Domain;

/// <summary>What any text that people type must keep to.</summary>
public static class TextRules
{
    /// <summary>True when the text holds control characters (line breaks and tabs are fine) or half of a surrogate pair.</summary>
    public static bool HasControlCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                return true;
            if (!char.IsSurrogate(c))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    /// <summary>True when a text of one line holds control characters, line breaks included.</summary>
    public static bool IsOneCleanLine(string text) => !HasControlCharacters(text) && text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0;
}
