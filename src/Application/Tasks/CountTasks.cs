using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>How many tasks lists of the caller have, in one query.</summary>
/// <param name="Scopes">The lists that are asked for; null for every one. What somebody has done in years takes longest to count.</param>
[MayRun(Permission.Staff)]
public sealed record CountTasks(IReadOnlyCollection<TaskScope>? Scopes = null) : IQuery<TaskCounts>;

public sealed class CountTasksHandler(Caller caller, ITaskQueries tasks) : IRequestHandler<CountTasks, Result<TaskCounts>>
{
    public async Task<Result<TaskCounts>> Handle(CountTasks request, CancellationToken cancellationToken)
    {
        var counts = await tasks.CountAsync(TaskFilters.Of(caller, TaskScope.Mine), [.. (request.Scopes ?? Enum.GetValues<TaskScope>()).Distinct()], cancellationToken);
        return new TaskCounts(Of(TaskScope.Mine), Of(TaskScope.Available), Of(TaskScope.Started), Of(TaskScope.Copied), Of(TaskScope.Done));

        int? Of(TaskScope scope) => counts.TryGetValue(scope, out var count) ? count : null;
    }
}
