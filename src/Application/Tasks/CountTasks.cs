using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>How many tasks each of the caller's lists has, in one query.</summary>
[MayRun(Permission.Staff)]
public sealed record CountTasks : IQuery<TaskCounts>;

public sealed class CountTasksHandler(Caller caller, ITaskQueries tasks) : IRequestHandler<CountTasks, Result<TaskCounts>>
{
    public async Task<Result<TaskCounts>> Handle(CountTasks request, CancellationToken cancellationToken) =>
        await tasks.CountAsync(TaskFilters.Of(caller, TaskScope.Mine), cancellationToken);
}
