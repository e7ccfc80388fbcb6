namespace Bpm.Application.Administration.Roles;

/// <summary>A role as administrators see it.</summary>
/// <param name="Permissions">Names of permissions.</param>
/// <param name="Members">Names of the people who have it and are here.</param>
public sealed record RoleView(string Code, string Name, IReadOnlyList<string> Permissions, IReadOnlyList<string> Members);
