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
    /// <summary>Most tasks that are shown.</summary>
    public const int MostTasks = 200;
}

public sealed class GetWorklistHandler(Caller caller, IMediator mediator) : IRequestHandler<GetWorklist, Result<Worklist>>
{
    public async Task<Result<Worklist>> Handle(GetWorklist request, CancellationToken cancellationToken)
    {
        if (!caller.Home.Profile.Worklists.TryGetValue(request.Code, out var profile) || !profile.For.Any(caller.Home.KeysOf(caller.Member.UserName).Contains))
            return new WorklistNotFound();
        var (tasks, total) = (new List<TaskListRow>(), 0);
        foreach (var scope in (TaskScope[])[TaskScope.Mine, TaskScope.Available])
        {
            var found = await mediator.Send(new ListTasks(scope.ToString(), null, 0, GetWorklist.MostTasks) { Steps = profile.Steps }, cancellationToken);
            if (found.IsRefused)
                return found.Refusal;
            tasks.AddRange(found.Value.Items);
            total += found.Value.TotalCount;
        }

        return new Worklist(profile, [.. tasks.OrderBy(task => task.DueAt ?? DateTimeOffset.MaxValue).Take(GetWorklist.MostTasks).OrderBy(task => Place(profile.Steps, task.Step))], total);
    }

    private static int Place(IReadOnlyList<string> steps, string step) => Enumerable.Range(0, steps.Count).FirstOrDefault(at => steps[at] == step, steps.Count);
}
