namespace Bpm.Domain.Tasks;

/// <summary>Who had a case before it was handed over.</summary>
/// <param name="Code">Department code, or null where no department had it.</param>
/// <param name="HandedOverAt">When that department got it.</param>
/// <param name="All">Every department that has or had it.</param>
public sealed record FormerDepartment(string? Code, DateTimeOffset? HandedOverAt, IReadOnlyList<string> All);
