using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Storage;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Work that instances of the caller's organisation asked others for and wait for, oldest first.</summary>
[MayRun(Permission.RunWorkflows)]
public sealed record ListRunTasks : IQuery<Page<RunTask>>;

public sealed class ListRunTasksHandler(IRunTasks tasks, IInstanceStore instances, Caller caller) : IRequestHandler<ListRunTasks, Result<Page<RunTask>>>
{
    public async Task<Result<Page<RunTask>>> Handle(ListRunTasks request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        var open = new List<RunTask>();
        foreach (var task in await tasks.AllAsync(organisation, cancellationToken))
        {
            // A race may have been won by another branch; the task goes with its instance.
            if ((await instances.MatchAsync(Stimulus.Hash(Stimulus.RunTask, task.TaskId), organisation, null, cancellationToken)).Count > 0)
                open.Add(task);
        }

        return new Page<RunTask>(open, open.Count);
    }
}
