namespace Bpm.Domain.Tasks;

/// <summary>What completing a task led to at once, so that whoever completed it can take it back (撤回) while nobody has gone on.</summary>
/// <param name="Opened">Ids of the tasks that it opened.</param>
/// <param name="Started">Ids of the clocks that it started.</param>
/// <param name="Ended">Ids of the clocks that it ended.</param>
/// <param name="Told">User names of those who were told.</param>
/// <param name="Former">Who had the case before, where that changed; else null.</param>
/// <param name="Final">Something happened that cannot be taken back: the customer was answered, a finding was made, the case was closed.</param>
public sealed record TaskEffects(
    IReadOnlyList<Guid> Opened, IReadOnlyList<Guid> Started, IReadOnlyList<Guid> Ended, IReadOnlyList<string> Told, FormerDepartment? Former, bool Final);
