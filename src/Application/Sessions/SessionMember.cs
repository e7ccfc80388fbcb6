namespace Bpm.Application.Sessions;

/// <summary>The signed-in member of staff as the outside sees them.</summary>
public sealed record SessionMember(string UserName, string DisplayName, string Organisation, string Department, IReadOnlyList<string> Roles)
{
    /// <summary>Until the password was changed, everything else is refused (<c>PASSWORD-CHANGE-REQUIRED</c>).</summary>
    public bool MustChangePassword { get; init; }
}
