using Bpm.Domain.Reports;

namespace Bpm.Application.Reports;

/// <summary>Reports that were drawn up.</summary>
public interface IReportStore
{
    /// <summary>Adds a report; the transaction's end saves it.</summary>
    void Add(Report report);

    /// <summary>The report of a day, or null.</summary>
    Task<Report?> FindAsync(string organisation, string code, DateOnly date, CancellationToken cancellationToken);

    /// <summary>The report whose time a moment lies in, or null.</summary>
    Task<Report?> FindCoveringAsync(string organisation, string code, DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>The report that a duty drew up, or null.</summary>
    Task<Report?> FindByCaseAsync(Guid caseId, string code, CancellationToken cancellationToken);
}
