using Bpm.Domain.Audit;

namespace Bpm.Application.Audit;

/// <summary>The audit trail. Entries are only ever added.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry within the running transaction.</summary>
    void Append(AuditEntry entry);

    /// <summary>The entries of a case, oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken);
}
