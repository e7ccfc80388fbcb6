namespace Bpm.Application.Descriptors;

/// <summary>One entry of a <see cref="DesignerList"/>.</summary>
/// <param name="Value">Elsa's name of it, as definitions store it.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Description">Chinese; may be empty.</param>
/// <param name="Category">Chinese group, or null.</param>
/// <param name="IsOffered">False for what old definitions may have and new ones should not.</param>
public sealed record DesignerChoice(string Value, string Name, string Description, string? Category = null, bool IsOffered = true);
