namespace Bpm.Domain.Reports.Papers;

/// <summary>
/// Reads where a field of a paper form takes its text from: <c>customerName</c>, or with the step that it asks for
/// <c>doer:step</c> and <c>answer:step.field</c>; several steps are separated by <c>|</c>.
/// </summary>
internal static class PaperReader
{
    /// <summary>The field, or null where the text means nothing.</summary>
    public static PaperField? Field(string label, string from, bool wide)
    {
        var (word, rest) = from.Split(':', 2) is [var before, var after] ? (before, after) : (from, null);
        if (!Enum.TryParse<PaperSource>(word, ignoreCase: true, out var source) || char.IsDigit(word[0]))
            return null;
        var asksStep = source >= PaperSource.Answer;
        if (asksStep != (rest is not null))
            return null;
        if (rest is null)
            return new(label, source, [], null, wide) { Name = from };
        if (source != PaperSource.Answer)
            return new(label, source, rest.Split('|'), null, wide) { Name = from };
        return rest.Split('.') is [var steps, { Length: > 0 } field] ? new(label, source, steps.Split('|'), field, wide) { Name = from } : null;
    }
}
