namespace Bpm.Application.Administration.Trails;

/// <summary>Searches the audit trail.</summary>
public interface IAuditQueries
{
    /// <summary>Up to this many entries are counted.</summary>
    public const int CountLimit = 10_000;

    /// <summary>A page, newest first. The total stops at <see cref="CountLimit"/>.</summary>
    Task<Page<StoredEntry>> SearchAsync(AuditFilter filter, CancellationToken cancellationToken);
}
