namespace Bpm.Application.Penalties;

/// <summary>Count, money and points of rows.</summary>
/// <param name="Person">User name, or null where nobody is named.</param>
/// <param name="Department">Department code, or null.</param>
/// <param name="State">Name of the state.</param>
/// <param name="Amount">CNY.</param>
public sealed record PenaltyTotal(string? Person, string? Department, string State, int Count, decimal Amount, int Points);
