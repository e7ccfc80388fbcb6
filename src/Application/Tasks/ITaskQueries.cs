namespace Bpm.Application.Tasks;

/// <summary>Lists of human tasks over all cases; read-only, one constant number of queries a page.</summary>
public interface ITaskQueries
{
    /// <summary>A page of tasks, the soonest due first, then the oldest.</summary>
    Task<Page<TaskRow>> SearchAsync(TaskFilter filter, CancellationToken cancellationToken);

    /// <summary>How many tasks each of the lists has, in one query. Asks nothing of the filter but whose lists they are.</summary>
    Task<IReadOnlyDictionary<TaskScope, int>> CountAsync(TaskFilter filter, IReadOnlyList<TaskScope> scopes, CancellationToken cancellationToken);
}
