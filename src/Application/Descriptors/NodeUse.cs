namespace Bpm.Application.Descriptors;

/// <summary>A type of activity that a stored definition uses.</summary>
/// <param name="TypeName">As the node says.</param>
/// <param name="Version">As the node says; 1 where it says nothing.</param>
/// <param name="ChildVersionId">The workflow that it stands for, where the node names one.</param>
/// <param name="ChildDefinitionId">The same, whatever its version.</param>
internal sealed record NodeUse(string TypeName, int Version, string? ChildVersionId, string? ChildDefinitionId);
