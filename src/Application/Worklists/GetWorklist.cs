using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Application.Tasks;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Worklists;

/// <summary>A worklist of the caller's organisation, for those whom it is for.</summary>
[MayRun(Permission.Staff)]
public sealed record GetWorklist(string Code) : IQuery<Worklist>
{
    /// <summary>Most tasks of one step that are shown.</summary>
    public const int MostOfAStep = 200;
}

public sealed class GetWorklistHandler(Caller caller, IMediator mediator) : IRequestHandler<GetWorklist, Result<Worklist>>
{
    public async Task<Result<Worklist>> Handle(GetWorklist request, CancellationToken cancellationToken)
    {
        if (!caller.Home.Profile.Worklists.TryGetValue(request.Code, out var profile) || !profile.For.Any(caller.Home.KeysOf(caller.Member.UserName).Contains))
            return new WorklistNotFound();
        var (tasks, total) = (new List<TaskListRow>(), 0);
        foreach (var step in profile.Steps)
        {
            var ofStep = new List<TaskListRow>();
            foreach (var scope in (TaskScope[])[TaskScope.Mine, TaskScope.Available])
            {
                var found = await mediator.Send(new ListTasks(scope.ToString(), null, 0, GetWorklist.MostOfAStep) { Step = step }, cancellationToken);
                if (found.IsRefused)
                    return found.Refusal;
                ofStep.AddRange(found.Value.Items);
                total += found.Value.TotalCount;
            }

            tasks.AddRange(ofStep.OrderBy(task => task.DueAt ?? DateTimeOffset.MaxValue).Take(GetWorklist.MostOfAStep));
        }

        return new Worklist(profile, tasks, total);
    }
}
