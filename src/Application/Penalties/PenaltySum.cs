namespace Bpm.Application.Penalties;

/// <summary>A sum over rows of the ledger.</summary>
/// <param name="Code">State, user name or department code that it is of; null where nobody is named yet.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Count">Rows.</param>
/// <param name="Amount">CNY.</param>
/// <param name="Confirmed">Of it, what is confirmed.</param>
/// <param name="ConfirmedAmount">Of it, what is confirmed, CNY.</param>
/// <param name="ConfirmedPoints">Of it, what is confirmed.</param>
public sealed record PenaltySum(string? Code, string Name, int Count, decimal Amount, int Points, int Confirmed, decimal ConfirmedAmount, int ConfirmedPoints);
