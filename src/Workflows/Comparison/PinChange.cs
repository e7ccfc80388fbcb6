namespace Bpm.Workflows.Comparison;

/// <summary>A common part of which another version is used; its own comparison says what that means.</summary>
/// <param name="Id">Id of the activity that stands for the part.</param>
/// <param name="Name">What people call it.</param>
/// <param name="DefinitionId">The part.</param>
/// <param name="Old">Version id before; null where it was not pinned.</param>
/// <param name="New">Version id after; null where it is not pinned.</param>
public sealed record PinChange(string Id, string Name, string DefinitionId, string? Old, string? New);
