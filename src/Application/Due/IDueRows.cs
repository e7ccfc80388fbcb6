namespace Bpm.Application.Due;

/// <summary>The rows with a due time. Writing needs a running transaction.</summary>
public interface IDueRows
{
    /// <summary>Adds a row, or moves the one with the same kind, subject and reference to the new time.</summary>
    Task PutAsync(DueKind kind, string organisation, string subject, string reference, DateTimeOffset dueAt, byte[]? payload, CancellationToken cancellationToken);

    /// <summary>Removes a row; none there is no error.</summary>
    Task RemoveAsync(DueKind kind, string subject, string reference, CancellationToken cancellationToken);

    /// <summary>True when a row with this kind, subject and reference lies there.</summary>
    Task<bool> AnyAsync(DueKind kind, string subject, string reference, CancellationToken cancellationToken);

    /// <summary>Takes a row out by its id; false when another has taken it already.</summary>
    Task<bool> TakeAsync(long id, CancellationToken cancellationToken);

    /// <summary>The first rows due at or before a moment, in order.</summary>
    Task<IReadOnlyList<DueRow>> NextAsync(DateTimeOffset until, int count, CancellationToken cancellationToken);

    /// <summary>When the first row falls due, or null when there is none.</summary>
    Task<DateTimeOffset?> FirstDueAsync(CancellationToken cancellationToken);
}
