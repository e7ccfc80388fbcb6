namespace Bpm.Engine.Activities;

/// <summary>A port of an activity type.</summary>
/// <param name="Name">Source port name of connections (Flow), or the property with the child (Embedded, PascalCase).</param>
/// <param name="DisplayName">Chinese label.</param>
/// <param name="Kind">Outcome or embedded child.</param>
public sealed record PortDescriptor(string Name, string DisplayName, PortKind Kind = PortKind.Flow)
{
    /// <summary>Is it drawn?</summary>
    public bool IsBrowsable { get; init; } = true;
}
