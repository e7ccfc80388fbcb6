using Bpm.Domain.Reports;

namespace Bpm.Application.Reports;

/// <summary>The rows of reports over all cases of an organisation; one query each. Duties are in none of them but the checks.</summary>
public interface IReportQueries
{
    /// <summary>Call-backs logged in a time, oldest first.</summary>
    /// <param name="channels">Only cases of these; empty means all.</param>
    Task<IReadOnlyList<ReportRow>> FollowUpsAsync(
        string organisation, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Clocks that are over at a moment and whose duty is open, in order of their due times; targets and paused ones are left out.</summary>
    Task<IReadOnlyList<ReportRow>> OverdueAsync(string organisation, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A page of <see cref="OverdueAsync"/>, and how many there are.</summary>
    Task<Page<ReportRow>> OverduePageAsync(string organisation, DateTimeOffset at, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Clocks that were missed in a time, in order of their due times; targets are left out.</summary>
    /// <param name="now">To which minute the overdue time of open duties is counted.</param>
    Task<IReadOnlyList<ReportRow>> BreachesAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now,
        CancellationToken cancellationToken);

    /// <summary>A page of <see cref="BreachesAsync"/>, and how many there are.</summary>
    Task<Page<ReportRow>> BreachesPageAsync(
        string organisation, IReadOnlyList<string> rules, IReadOnlyList<string> channels, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now, int page,
        int pageSize, CancellationToken cancellationToken);

    /// <summary>Tasks of a step completed in a time whose form answers one of the fields with no, oldest first.</summary>
    Task<IReadOnlyList<ReportRow>> ChecksAsync(
        string organisation, string step, IReadOnlyList<string> fields, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Who was called and what they said, by the call-back's id; confidential cases are left out.</summary>
    Task<IReadOnlyDictionary<Guid, ReportContact>> ContactsAsync(IReadOnlyList<Guid> followUps, CancellationToken cancellationToken);
}
