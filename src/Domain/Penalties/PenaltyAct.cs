namespace Bpm.Domain.Penalties;

/// <summary>One thing that was done to a row of the penalty ledger.</summary>
/// <param name="By">User name; <c>system</c> for the product.</param>
/// <param name="Text">The reason, in Chinese; empty where none was asked for.</param>
public sealed record PenaltyAct(DateTimeOffset At, string By, PenaltyActKind Kind, string Text);
