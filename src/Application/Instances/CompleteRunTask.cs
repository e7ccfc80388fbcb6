using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Expressions;
using Bpm.Engine.Storage;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Tells an instance that the work it asked for (activity RunTask) is done.</summary>
/// <param name="Result">What came of it; ids and codes only.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record CompleteRunTask(string TaskId, JsonElement? Result) : ICommand<Done>;

public sealed class CompleteRunTaskHandler(IRunTasks tasks, IInstanceStore instances, InstanceDesk desk, Caller caller)
    : IRequestHandler<CompleteRunTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteRunTask request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        if (await tasks.InstanceOfAsync(request.TaskId, organisation, cancellationToken) is not { } instanceId)
            return new RunTaskNotFound();
        var waiting = await instances.MatchAsync(Stimulus.Hash(Stimulus.RunTask, request.TaskId), organisation, null, cancellationToken);
        if (waiting.FirstOrDefault(match => match.InstanceId == instanceId) is not { } place)
            return new RunTaskNotFound();
        await tasks.RemoveAsync(request.TaskId, cancellationToken);
        var result = request.Result is { } given ? JsonValues.Read(given) : null;
        await desk.ResumeAsync(place.InstanceId, place.BookmarkId, result, cancellationToken);
        return default(Done);
    }
}
