using Bpm.Application.Audit;
using Bpm.Domain.Audit;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Audit;

internal sealed class AuditLog(DatabaseScope scope) : IAuditLog
{
    public void Append(AuditEntry entry) => scope.Write.Context.Add(entry);

    public async Task<IReadOnlyList<AuditEntry>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<AuditEntry>().AsNoTracking()
            .Where(a => a.CaseId == caseId).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken);
    }
}
