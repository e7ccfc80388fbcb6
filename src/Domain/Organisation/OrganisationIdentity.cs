namespace Bpm.Domain.Organisation;

/// <summary>Which utility it is.</summary>
/// <param name="Code">Stable code, for example <c>xx-water</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Zone">Zone that its times are shown and its days are counted in.</param>
public sealed record OrganisationIdentity(string Code, string Name, TimeZoneInfo Zone);
