namespace Bpm.Domain.Regulations;

/// <summary>What a rule may ask of a case: codes only, never text.</summary>
/// <param name="Kind">complaint, consultation, fault or duty.</param>
/// <param name="Channel">Channel code.</param>
/// <param name="Category">Category code.</param>
/// <param name="Attributes">Attribute values by name; a missing or blank value is unknown.</param>
public sealed record CaseFacts(
    string Kind,
    string Channel,
    string Category,
    IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Value of an attribute, or null where it is unknown.</summary>
    public string? Attribute(string name) =>
        Attributes.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
