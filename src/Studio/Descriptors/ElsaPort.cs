using Bpm.Engine.Activities;

namespace Bpm.Studio.Descriptors;

/// <summary>A port as the designer reads it.</summary>
public sealed record ElsaPort(string Name, string DisplayName, PortKind Type, bool IsBrowsable);
