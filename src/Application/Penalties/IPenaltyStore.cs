using Bpm.Domain.Penalties;

namespace Bpm.Application.Penalties;

/// <summary>The penalty ledger. Inside a transaction what is found is tracked, and what was added is found.</summary>
public interface IPenaltyStore
{
    /// <summary>Adds a row; the transaction's end saves it.</summary>
    void Add(Penalty penalty);

    /// <summary>The row with this id, or null.</summary>
    Task<Penalty?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Every row of a case, in no order.</summary>
    Task<IReadOnlyList<Penalty>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken);

    /// <summary>Every row of an article and a person, in no order.</summary>
    Task<IReadOnlyList<Penalty>> OfPersonAsync(string organisation, string article, string person, CancellationToken cancellationToken);

    /// <summary>A page of rows, the latest day first.</summary>
    /// <param name="page">From 0.</param>
    Task<IReadOnlyList<PenaltyHit>> PageAsync(PenaltyFilter filter, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Count, money and points of what a filter finds, by person, department and state.</summary>
    Task<IReadOnlyList<PenaltyTotal>> TotalsAsync(PenaltyFilter filter, CancellationToken cancellationToken);

    /// <summary>Days of what a filter finds with how many rows each, the earliest first.</summary>
    Task<IReadOnlyList<PenaltyDay>> DaysAsync(PenaltyFilter filter, int most, CancellationToken cancellationToken);

    /// <summary>Ids of the cases in which a step was completed in a time.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Inclusive.</param>
    Task<IReadOnlyList<Guid>> CompletedAsync(string organisation, string step, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
