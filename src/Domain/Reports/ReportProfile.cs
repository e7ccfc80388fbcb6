namespace Bpm.Domain.Reports;

/// <summary>A list that an organisation draws up.</summary>
/// <param name="Name">Chinese name, as the regulation has it.</param>
/// <param name="Channels">Only cases of these channels; empty means all.</param>
/// <param name="Rules">Only clocks of these articles; empty means all.</param>
/// <param name="Step">Step of the checks that the list draws on, or null.</param>
/// <param name="Fields">Yes-or-no fields of that step's form; a check that answers one with no is listed.</param>
public sealed record ReportProfile(
    string Code, string Name, ReportSource Source, IReadOnlyList<string> Channels, IReadOnlyList<string> Rules, string? Step, IReadOnlyList<string> Fields);
