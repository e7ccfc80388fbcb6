using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>One run of an activity.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record GetActivityRun(string InstanceId, int ActivityInstanceId) : IQuery<ActivityRuns>;

public sealed class GetActivityRunHandler(InstancePictures pictures) : IRequestHandler<GetActivityRun, Result<ActivityRuns>>
{
    public async Task<Result<ActivityRuns>> Handle(GetActivityRun request, CancellationToken cancellationToken)
    {
        if (await pictures.FindAsync(request.InstanceId, cancellationToken) is not { } picture)
            return new InstanceNotFound();
        var runs = (await picture.RunsAsync(cancellationToken)).ToDictionary(run => run.ActivityInstanceId);
        return runs.TryGetValue(request.ActivityInstanceId, out var run) ? new ActivityRuns(picture, [run], runs) : new ActivityRunNotFound();
    }
}
