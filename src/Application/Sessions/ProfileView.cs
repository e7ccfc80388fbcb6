namespace Bpm.Application.Sessions;

/// <summary>What somebody sees of the own account.</summary>
/// <param name="Department">Name of the department.</param>
/// <param name="Roles">Names of the roles.</param>
/// <param name="FailuresLeft">Wrong passwords in a row that are still forgiven.</param>
/// <param name="LockedUntil">Until when no password is taken; null while the account is not locked. Organisation's offset.</param>
public sealed record ProfileView(string UserName, string DisplayName, string Department, IReadOnlyList<string> Roles, int FailuresLeft, DateTimeOffset? LockedUntil);
