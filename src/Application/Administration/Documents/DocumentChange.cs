namespace Bpm.Application.Administration.Documents;

/// <summary>What is to be changed in a document, and how it is written down.</summary>
/// <param name="Kind">Which document: <c>organisation</c>, <c>rules</c>, <c>forms</c> or <c>calendar</c>.</param>
/// <param name="Revision">The revision that the editor saw; null where it does not matter.</param>
/// <param name="Action">Stable code for the audit, such as <c>admin.person-added</c>.</param>
/// <param name="Subject">What is changed, for the audit: <c>user:a.new</c>.</param>
public sealed record DocumentChange(string Kind, long? Revision, string Action, string Subject)
{
    /// <summary>For rules: the day from which the set holds.</summary>
    public DateOnly EffectiveFrom { get; init; } = DateOnly.MinValue;

    /// <summary>Codes that explain the change, for the audit; no words of a person.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Why, in the words of who changes it; kept with the document's history.</summary>
    public string? Note { get; init; }
}
