namespace Bpm.Application.Supervision;

/// <summary>Open clocks over all cases of an organisation but duties and paused clocks.</summary>
public interface ISupervisionQueries
{
    /// <summary>Counts by department or person; the filter's own department or person is left open.</summary>
    Task<IReadOnlyList<SupervisionGroupCount>> GroupsAsync(SupervisionFilter filter, CancellationToken cancellationToken);

    /// <summary>Clocks that the reader may read, the longest overdue first.</summary>
    Task<IReadOnlyList<SupervisionHit>> ReadableAsync(SupervisionFilter filter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Of each other case that is overdue one clock, in the order of receipt: its place must not tell the due time.</summary>
    Task<IReadOnlyList<SupervisionHit>> HiddenAsync(SupervisionFilter filter, int skip, int take, CancellationToken cancellationToken);
}
