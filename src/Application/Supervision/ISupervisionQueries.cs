namespace Bpm.Application.Supervision;

/// <summary>Open clocks over all cases of an organisation but duties and paused clocks.</summary>
public interface ISupervisionQueries
{
    /// <summary>A page of clocks, the longest overdue first; of a case that the reader may not read one that is overdue, after all others.</summary>
    Task<Page<SupervisionHit>> ClocksAsync(SupervisionFilter filter, CancellationToken cancellationToken);

    /// <summary>Counts by department or person; the filter's own department or person is left open.</summary>
    Task<IReadOnlyList<SupervisionGroupCount>> GroupsAsync(SupervisionFilter filter, CancellationToken cancellationToken);
}
