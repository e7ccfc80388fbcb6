namespace Bpm.Application.Access;

/// <summary>Declares who may run a use case. A use case without it cannot run at all.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MayRunAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
