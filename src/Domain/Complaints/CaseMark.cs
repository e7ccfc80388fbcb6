using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <summary>Where a case stood at a moment.</summary>
/// <param name="Tasks">How many tasks it had.</param>
/// <param name="Running">Ids of the clocks that ran.</param>
/// <param name="Clocks">How many clocks it had.</param>
/// <param name="Notices">How many notices it had.</param>
/// <param name="Facts">What is final once it changes.</param>
/// <param name="Former">Who had it.</param>
public sealed record CaseMark(
    int Tasks, IReadOnlyList<Guid> Running, int Clocks, int Notices,
    (int Replies, int FollowUps, int Disclosures, int Links, bool? Founded, bool IsOpen, string DefinitionId, string Category) Facts, FormerDepartment Former);
