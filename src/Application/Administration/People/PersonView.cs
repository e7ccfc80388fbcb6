namespace Bpm.Application.Administration.People;

/// <summary>A member of staff as administrators see them.</summary>
/// <param name="Department">Code.</param>
/// <param name="DepartmentName">Chinese name.</param>
/// <param name="Roles">Codes.</param>
/// <param name="RoleNames">Chinese names, one for each of <paramref name="Roles"/>.</param>
/// <param name="IsActive">False for who has left.</param>
/// <param name="HasAccount">Has a password been given?</param>
/// <param name="LockedUntil">Set while too many wrong passwords keep the account shut; system time.</param>
public sealed record PersonView(
    string UserName, string DisplayName, string Department, string DepartmentName, IReadOnlyList<string> Roles, IReadOnlyList<string> RoleNames,
    bool IsActive, bool HasAccount, DateTimeOffset? LockedUntil);
