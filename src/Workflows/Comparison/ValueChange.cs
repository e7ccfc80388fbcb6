namespace Bpm.Workflows.Comparison;

/// <summary>A value that differs between two versions.</summary>
/// <param name="Property">JSON name of the input or setting.</param>
/// <param name="Label">What people call it, Chinese where it is known.</param>
/// <param name="Old">For people; null where it was not there.</param>
/// <param name="New">For people; null where it is no more.</param>
public sealed record ValueChange(string Property, string Label, string? Old, string? New);
