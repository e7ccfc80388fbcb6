namespace Bpm.Studio.Descriptors;

/// <summary>An input as the designer reads it.</summary>
/// <param name="UiSpecifications">Options by the hint's name.</param>
public sealed record ElsaInputDescriptor(
    string Name, string TypeName, string DisplayName, string Description, float Order, bool IsBrowsable, bool IsSynthetic, bool IsWrapped, string UiHint,
    string? Category, object? DefaultValue, string? DefaultSyntax, bool IsReadOnly, bool IsSensitive, string? StorageDriverType,
    IReadOnlyDictionary<string, object> UiSpecifications);
