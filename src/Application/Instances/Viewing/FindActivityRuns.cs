using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Journal;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Runs of the activities of an instance.</summary>
/// <param name="NodePaths">Of these activities only; null for all.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record FindActivityRuns(string InstanceId, IReadOnlyCollection<string>? NodePaths) : IQuery<ActivityRuns>;

/// <summary>Runs with all that they came from.</summary>
/// <param name="Wanted">In the order in which they started.</param>
/// <param name="All">Of the whole instance, by id.</param>
public sealed record ActivityRuns(
    InstancePicture Picture, IReadOnlyList<ActivityExecutionRecord> Wanted, IReadOnlyDictionary<int, ActivityExecutionRecord> All);

public sealed class FindActivityRunsHandler(InstancePictures pictures) : IRequestHandler<FindActivityRuns, Result<ActivityRuns>>
{
    public async Task<Result<ActivityRuns>> Handle(FindActivityRuns request, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(request.InstanceId, cancellationToken) is not { } picture)
            return new InstanceNotFound();
        var runs = await picture.RunsAsync(cancellationToken);
        var wanted = request.NodePaths is { } paths ? [.. runs.Where(run => paths.Contains(run.NodePath))] : runs;
        return new ActivityRuns(picture, wanted, runs.ToDictionary(run => run.ActivityInstanceId));
    }
}
