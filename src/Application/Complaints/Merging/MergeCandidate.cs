namespace Bpm.Application.Complaints;

/// <summary>An open case that may be merged into a main case.</summary>
/// <param name="Content">Its begin.</param>
/// <param name="SameCustomer">It names the phone, address or account of the main case.</param>
/// <param name="Near">It lies where the main case lies, or where the outage of the main case is.</param>
public sealed record MergeCandidate(string Number, DateTimeOffset ReceivedAt, string? Name, string? Phone, string? Address, string? Content, bool SameCustomer, bool Near);
