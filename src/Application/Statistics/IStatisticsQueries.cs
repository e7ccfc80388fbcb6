namespace Bpm.Application.Statistics;

/// <summary>Figures over all cases of an organisation; the database counts. Of cases that the reader may not read nothing but their number.</summary>
public interface IStatisticsQueries
{
    /// <summary>The counts, one cell for each combination that occurs.</summary>
    Task<IReadOnlyList<StatisticsCell>> CountAsync(StatisticsScope scope, CancellationToken cancellationToken);

    /// <summary>How many cases of the time the reader may not read.</summary>
    Task<int> CountHiddenAsync(StatisticsScope scope, CancellationToken cancellationToken);

    /// <summary>A page of the cases behind a number, newest receipt first.</summary>
    Task<Page<StatisticsCase>> CasesAsync(StatisticsScope scope, StatisticsFilter filter, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Every step that was done in the cases, the slowest first.</summary>
    Task<IReadOnlyList<StepDuration>> StepsAsync(StatisticsScope scope, CancellationToken cancellationToken);

    /// <summary>Addresses that more than one of the cases name, the most frequent first.</summary>
    Task<IReadOnlyList<RepeatAddress>> RepeatAddressesAsync(StatisticsScope scope, int most, CancellationToken cancellationToken);
}
