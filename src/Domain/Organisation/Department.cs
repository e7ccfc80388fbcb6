namespace Bpm.Domain.Organisation;

/// <summary>A department or unit.</summary>
/// <param name="ParentCode">The department above, or null.</param>
/// <param name="Head">User name of its head (负责人), or null.</param>
/// <param name="Leader">User name of the 分管负责人, or null.</param>
/// <param name="PushSystem">Code of the outside system that cases are pushed through, or null for none.</param>
/// <param name="Aliases">Other spellings that regulations and imports use.</param>
/// <param name="HandlesCases">Cases can be given to it: it is offered wherever a form asks for a department or unit.</param>
public sealed record Department(
    string Code,
    string Name,
    string? ParentCode,
    string? Head,
    string? Leader,
    string? PushSystem,
    IReadOnlyList<string> Aliases,
    bool HandlesCases);
