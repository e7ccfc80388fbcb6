namespace Bpm.Application.Complaints;

/// <summary>What may be merged into a main case.</summary>
/// <param name="Items">Those near it or of the same customer first, then the newest.</param>
/// <param name="Complete">False where older cases of the time were not looked at.</param>
public sealed record MergeCandidates(string Main, string CategoryName, IReadOnlyList<MergeCandidate> Items, bool Complete);
