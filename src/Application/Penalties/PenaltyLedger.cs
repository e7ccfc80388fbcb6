namespace Bpm.Application.Penalties;

/// <summary>A page of the ledger with the sums of everything that was asked for.</summary>
/// <param name="TotalCount">How many rows there are in all.</param>
/// <param name="States">Sums by state.</param>
/// <param name="People">Sums by person, the largest first.</param>
/// <param name="Departments">Sums by department.</param>
/// <param name="Days">Days with proposals that nobody has decided, the earliest first, whatever else was asked for.</param>
/// <param name="All">The caller sees the rows of others.</param>
public sealed record PenaltyLedger(
    IReadOnlyList<PenaltyView> Items, int TotalCount, IReadOnlyList<PenaltySum> States, IReadOnlyList<PenaltySum> People,
    IReadOnlyList<PenaltySum> Departments, IReadOnlyList<PenaltyDay> Days, bool All);
