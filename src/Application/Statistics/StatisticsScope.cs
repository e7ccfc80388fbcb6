namespace Bpm.Application.Statistics;

/// <summary>Which cases figures are made of: those received in a time that the reader may read. Duties and merged cases are in none.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Levels">Levels of confidentiality that the reader always reads; cases of others are only counted as such.</param>
/// <param name="Reader">User name of the reader: cases that accuse the reader are not told either.</param>
/// <param name="Months">Begin of every local month that the time touches but the first, in order.</param>
/// <param name="ResponseRules">Articles of the answer to the customer.</param>
/// <param name="ResolvedEndings">Endings that count as resolved.</param>
public sealed record StatisticsScope(
    string Organisation, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Levels, string Reader, IReadOnlyList<DateTimeOffset> Months,
    IReadOnlyList<string> ResponseRules, IReadOnlyList<string> ResolvedEndings);
