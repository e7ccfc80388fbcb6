namespace Bpm.Application.Access;

/// <summary>Declares who may run a use case. A use case without it cannot run at all.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MayRunAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;

    /// <summary>Another permission that is enough as well; none where it says <see cref="Permission.Anyone"/>.</summary>
    public Permission Or { get; init; } = Permission.Anyone;

    /// <summary>Also who still has the password that an administrator gave may run it.</summary>
    public bool BeforePasswordChange { get; init; }
}
