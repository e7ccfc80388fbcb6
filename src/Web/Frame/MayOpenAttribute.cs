using Bpm.Application.Access;

namespace Bpm.Web.Frame;

/// <summary>
/// Declares who may open a page, as <c>[MayRun]</c> does for use cases. A page without it is for every signed-in member of staff;
/// <see cref="Permission.Anyone"/> makes it public. What a page does still goes through use cases, which check for themselves.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MayOpenAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;

    /// <summary>Another permission that is enough as well; none where it says <see cref="Permission.Anyone"/>.</summary>
    public Permission Or { get; init; } = Permission.Anyone;
}
