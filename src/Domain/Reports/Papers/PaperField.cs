namespace Bpm.Domain.Reports.Papers;

/// <summary>One field of a paper form.</summary>
/// <param name="Label">Chinese.</param>
/// <param name="Source">What it shows.</param>
/// <param name="Steps">Steps whose task was completed last, the first that has one; empty unless the source asks for a step.</param>
/// <param name="Field">Field of those steps' form; null unless the source asks for one.</param>
/// <param name="Wide">Takes the whole width: it holds sentences.</param>
public sealed record PaperField(string Label, PaperSource Source, IReadOnlyList<string> Steps, string? Field, bool Wide)
{
    /// <summary>How the field is named in JSON: its source as the file writes it.</summary>
    public required string Name { get; init; }
}
