namespace Bpm.Workflows.Comparison;

/// <summary>A step that is new, gone, or other than it was.</summary>
/// <param name="Path">Its path: in the newer version, for one that is gone in the older.</param>
/// <param name="Id">Id of its activity.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What sort of activity it is, for people.</param>
/// <param name="Values">What differs; of a new or gone step all that it has.</param>
public sealed record StepChange(string Path, string Id, string Name, string Kind, IReadOnlyList<ValueChange> Values);
