using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Administration.Trails;

/// <summary>The entries that a search finds, up to <see cref="IAuditQueries.CountLimit"/>, to be taken along; the export is itself written down.</summary>
/// <param name="Search">Its page does not count.</param>
[MayRun(Permission.ReadAudit)]
public sealed record ExportAudit(SearchAudit Search) : ICommand<Page<AuditRow>>;

public sealed class ExportAuditHandler(IAuditQueries queries, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<ExportAudit, Result<Page<AuditRow>>>
{
    public async Task<Result<Page<AuditRow>>> Handle(ExportAudit request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var filter = AuditFilters.Of(request.Search, caller, now) with { Page = 0, PageSize = IAuditQueries.CountLimit };
        var page = await queries.SearchAsync(filter, cancellationToken);
        audit.Append(AuditEntry.Record(
            now, filter.Organisation, caller.Name, "audit.exported", "audit",
            $"{filter.From.UtcDateTime:yyyy-MM-dd} {filter.To.UtcDateTime:yyyy-MM-dd} {filter.Actor} {filter.CaseNumber} {filter.Action}".TrimEnd()));
        return new Page<AuditRow>(AuditFilters.Rows(page.Items, caller), page.TotalCount);
    }
}
