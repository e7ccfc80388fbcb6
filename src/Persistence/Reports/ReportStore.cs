using Bpm.Application.Reports;
using Bpm.Domain.Reports;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Reports;

internal sealed class ReportStore(DatabaseScope scope) : IReportStore
{
    public void Add(Report report) => scope.Write.Context.Add(report);

    public async Task<Report?> FindAsync(string organisation, string code, DateOnly date, CancellationToken cancellationToken) =>
        await (await ReportsAsync(cancellationToken)).FirstOrDefaultAsync(
            r => r.Organisation == organisation && r.Code == code && r.Date == date, cancellationToken);

    public async Task<Report?> FindCoveringAsync(string organisation, string code, DateTimeOffset moment, CancellationToken cancellationToken) =>
        await (await ReportsAsync(cancellationToken))
            .Where(r => r.Organisation == organisation && r.Code == code && r.PeriodFrom <= moment && r.PeriodTo > moment)
            .OrderByDescending(r => r.PeriodFrom).FirstOrDefaultAsync(cancellationToken);

    public async Task<Report?> FindByCaseAsync(Guid caseId, string code, CancellationToken cancellationToken) =>
        await (await ReportsAsync(cancellationToken)).FirstOrDefaultAsync(r => r.CaseId == caseId && r.Code == code, cancellationToken);

    /// <summary>In a transaction what is found is saved at its end.</summary>
    private async Task<IQueryable<Report>> ReportsAsync(CancellationToken cancellationToken)
    {
        var reports = (await scope.ReadAsync(cancellationToken)).Context.Set<Report>();
        return scope.IsActive ? reports.AsTracking() : reports.AsNoTracking();
    }
}
