using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>
/// Whole cases: the aggregate with clocks, tasks, replies, follow-ups, links and notices.
/// Inside a transaction what is found is tracked and saved at its end; outside it is a read-only snapshot.
/// </summary>
public interface ICaseStore
{
    /// <summary>Adds a new case; the transaction's end saves it.</summary>
    void Add(Case complaint);

    /// <summary>The case with this id, or null.</summary>
    Task<Case?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Read-only copies of those of the cases that exist, for lists, in no order; inside a transaction as it began. Of the children only
    /// clocks, tasks, replies and notices.
    /// </summary>
    Task<IReadOnlyList<Case>> PeekAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Read-only copies of those of the cases with these numbers that exist, in no order; inside a transaction as it began.</summary>
    Task<IReadOnlyList<Case>> PeekByNumberAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);

    /// <summary>The case with this number, or null. Numbers are unique over all organisations.</summary>
    Task<Case?> FindByNumberAsync(string number, CancellationToken cancellationToken);

    /// <summary>The case that this human task belongs to, or null.</summary>
    Task<Case?> FindByTaskAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>The case that this workflow instance carries, or null.</summary>
    Task<Case?> FindByInstanceAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>The next serial number of an organisation's day, from 1; two callers never get the same. Only inside a transaction.</summary>
    /// <param name="organisation">Organisation code.</param>
    /// <param name="date">The day in the organisation's zone.</param>
    Task<int> NextSerialAsync(string organisation, DateOnly date, CancellationToken cancellationToken);

    /// <summary>A page of cases, newest receipt first, as <see cref="PeekAsync"/> gives them.</summary>
    Task<Page<Case>> SearchAsync(CaseFilter filter, CancellationToken cancellationToken);
}
