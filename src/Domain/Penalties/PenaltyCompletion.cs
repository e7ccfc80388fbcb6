namespace Bpm.Domain.Penalties;

/// <summary>What somebody fills in on a proposal; null leaves it as it is.</summary>
/// <param name="Person">User name.</param>
/// <param name="Department">Code of the person's department.</param>
/// <param name="Amount">CNY, at most two decimals.</param>
/// <param name="Disposition">The measure, free text of one line.</param>
public sealed record PenaltyCompletion(string? Person, string? Department, decimal? Amount, string? Disposition);
