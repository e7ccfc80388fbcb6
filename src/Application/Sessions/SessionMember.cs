namespace Bpm.Application.Sessions;

/// <summary>The signed-in member of staff as the outside sees them.</summary>
public sealed record SessionMember(string UserName, string DisplayName, string Organisation, string Department, IReadOnlyList<string> Roles);
