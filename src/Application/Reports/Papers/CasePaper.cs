using Bpm.Application.Reports.Files;

namespace Bpm.Application.Reports.Papers;

/// <summary>A paper form of a case, filled in. Times carry the organisation's offset.</summary>
/// <param name="Name">Chinese title of the form.</param>
/// <param name="Organisation">Chinese name of the organisation.</param>
/// <param name="Complaint">The case's number.</param>
/// <param name="Signatures">Chinese; who signs at the foot.</param>
public sealed record CasePaper(
    string Code, string Name, string Organisation, string Complaint, DateTimeOffset PrintedAt, IReadOnlyList<CasePaper.Section> Sections,
    IReadOnlyList<string> Signatures)
{
    /// <summary>A part of the form.</summary>
    public sealed record Section(string Title, IReadOnlyList<Field> Fields);

    /// <summary>One field.</summary>
    /// <param name="Name">Stable name, where the text comes from.</param>
    /// <param name="Label">Chinese.</param>
    /// <param name="Text">Chinese, lines separated by line feeds; null where nothing is known yet.</param>
    /// <param name="Wide">Takes the whole width of the paper.</param>
    public sealed record Field(string Name, string Label, string? Text, bool Wide);

    /// <summary>The form as a table of two columns.</summary>
    public Sheet ToSheet() => new(
        Name, $"{Name}-{Complaint}", ["栏目", "项目", "内容"],
        [.. Sections.SelectMany(section => section.Fields.Select(field => new[] { section.Title, field.Label, field.Text }))]);
}
