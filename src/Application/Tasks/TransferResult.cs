namespace Bpm.Application.Tasks;

/// <summary>What became of one task of a bulk transfer.</summary>
/// <param name="Code">Stable code of the refusal; null where it was done.</param>
/// <param name="Message">Chinese; null where it was done.</param>
public sealed record TransferResult(Guid TaskId, bool Done, string? Code, string? Message);
