namespace Bpm.Application.Penalties;

/// <summary>Something that was done to a row of the ledger.</summary>
/// <param name="By">User name.</param>
/// <param name="ByName">Name to show.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="ActName">Chinese name of it.</param>
/// <param name="Reason">Empty where none was given.</param>
public sealed record PenaltyActView(DateTimeOffset At, string By, string ByName, string Act, string ActName, string Reason);
