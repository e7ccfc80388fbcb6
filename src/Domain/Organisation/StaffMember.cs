namespace Bpm.Domain.Organisation;

/// <summary>A member of staff.</summary>
/// <param name="Organisation">Code of the organisation; role codes mean nothing outside it.</param>
/// <param name="Department">Code of the department.</param>
/// <param name="Roles">Role codes.</param>
public sealed record StaffMember(string Organisation, string UserName, string DisplayName, string Department, IReadOnlyList<string> Roles)
{
    /// <summary>False for who has left: the name stays in the trails, but no task, notice or sign-in is theirs any more.</summary>
    public bool IsActive { get; init; } = true;
}
