namespace Bpm.Application.Complaints;

/// <summary>What became of one of several cases to be merged.</summary>
/// <param name="Merged">True when it is part of the main case now, also when it was before.</param>
/// <param name="Code">Code of the refusal, or null.</param>
/// <param name="Detail">Why not, in Chinese; or null.</param>
public sealed record MergeResult(string Number, bool Merged, string? Code, string? Detail);
