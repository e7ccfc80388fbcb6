namespace Bpm.Application.Penalties;

/// <summary>What became of one row of many.</summary>
/// <param name="Code">Why it was refused, or null.</param>
/// <param name="Message">The same in Chinese, or null.</param>
public sealed record PenaltyResult(Guid Id, bool Done, string? Code, string? Message);
