namespace Bpm.Domain.Tasks;

/// <summary>A human task to open.</summary>
/// <param name="Step">Stable step code.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Candidates">Keys (<c>user:</c>, <c>role:</c>, <c>dept:</c>, <c>head:</c>, <c>leader:</c>) of those who may claim it.</param>
/// <param name="Excluded">User names who may not have it, whatever they are; the case adds its accused persons.</param>
/// <param name="RuleId">Article whose clock gives the task's due time, or null.</param>
/// <param name="DueAt">Due time of that clock, or null.</param>
/// <param name="EarliestOccurrence">Nothing that the task reports can have happened before; null means the task's opening.</param>
/// <param name="Texts">Ids of fixed texts that its holder needs at hand; null for none.</param>
/// <param name="BookmarkId">What completing it resumes.</param>
/// <param name="NodePath">The place in the workflow that opens it, or null.</param>
/// <param name="ParentId">The task that it was added to, or null.</param>
/// <param name="Signing">When an added task has its turn, or null.</param>
public sealed record TaskSpec(
    string Step,
    string Title,
    IReadOnlyList<string> Candidates,
    IReadOnlyList<TaskOutcome> Outcomes,
    TaskForm Form,
    IReadOnlyList<string>? Excluded = null,
    string? RuleId = null,
    DateTimeOffset? DueAt = null,
    DateTimeOffset? EarliestOccurrence = null,
    string? BookmarkId = null,
    TaskAccess CaseAccess = TaskAccess.Full,
    IReadOnlyList<string>? Texts = null,
    Guid? ParentId = null,
    SignerPosition? Signing = null,
    string? NodePath = null);
