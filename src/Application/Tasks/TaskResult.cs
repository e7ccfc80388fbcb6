namespace Bpm.Application.Tasks;

/// <summary>What became of one of many tasks that were handed over or decided at once.</summary>
/// <param name="Code">Stable code of the refusal; null where it was done.</param>
/// <param name="Message">Chinese; null where it was done.</param>
public sealed record TaskResult(Guid TaskId, bool Done, string? Code, string? Message);
