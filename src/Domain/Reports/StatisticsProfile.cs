namespace Bpm.Domain.Reports;

/// <summary>What the figures of an organisation go by.</summary>
/// <param name="ResponseRules">Articles whose clocks say whether the customer had an answer in time (响应率).</param>
/// <param name="ResolvedEndings">Codes of the endings with which a case counts as resolved (解决率).</param>
public sealed record StatisticsProfile(IReadOnlyList<string> ResponseRules, IReadOnlyList<string> ResolvedEndings)
{
    /// <summary>No figure can be told.</summary>
    public static StatisticsProfile None { get; } = new([], []);
}
