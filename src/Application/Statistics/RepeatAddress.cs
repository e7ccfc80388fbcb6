namespace Bpm.Application.Statistics;

/// <summary>An address that several cases name.</summary>
/// <param name="Number">The newest of these cases.</param>
/// <param name="Address">As that case writes it.</param>
/// <param name="Cases">How many cases.</param>
public sealed record RepeatAddress(string Number, string Address, int Cases);
