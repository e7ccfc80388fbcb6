namespace Bpm.Application.Administration.Documents;

/// <summary>Asks who still needs something that is about to vanish.</summary>
public interface INeedQueries
{
    /// <summary>How many open tasks have one of the candidate keys.</summary>
    Task<int> OpenTasksForAsync(string organisation, IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>How many tasks somebody holds, or has given to another for an opinion.</summary>
    Task<int> TasksHeldByAsync(string organisation, string userName, CancellationToken cancellationToken);

    /// <summary>How many open cases are with a department.</summary>
    Task<int> OpenCasesOfAsync(string organisation, string department, CancellationToken cancellationToken);

    /// <summary>How many open cases have an estimated due time on a clock that runs.</summary>
    Task<int> EstimatedCasesAsync(string organisation, CancellationToken cancellationToken);
}
