namespace Bpm.Studio.Descriptors;

/// <summary>An output as the designer reads it.</summary>
public sealed record ElsaOutputDescriptor(
    string Name, string TypeName, string DisplayName, string Description, float Order, bool IsBrowsable, bool IsSynthetic);
