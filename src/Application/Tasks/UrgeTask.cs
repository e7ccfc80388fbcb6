using Bpm.Application.Absences;
using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>催办: reminds the holder of a task or, while nobody holds it, everybody who may take it. For whoever reads the case.</summary>
[MayRun(Permission.Staff)]
public sealed record UrgeTask(Guid TaskId, string Reason) : ICommand<TaskView>;

public sealed class UrgeTaskHandler(TaskDesk desk, ICaseStore cases, Substitutions substitutions, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<UrgeTask, Result<TaskView>>
{
    public async Task<Result<TaskView>> Handle(UrgeTask request, CancellationToken cancellationToken)
    {
        var task = (await cases.FindByTaskAsync(request.TaskId, cancellationToken))?.Task(request.TaskId);
        string[] turn = task is null ? [] : task.Assignee is { } holder ? [holder] : [.. task.Candidates.SelectMany(caller.Home.UsersWith).Except(task.Excluded)];
        var concerned = await substitutions.WithSubstitutesAsync(caller.Member.Organisation, turn, cancellationToken);
        return await desk.ActAsync(request.TaskId, "task.urged", on => Remind(on, concerned, request.Reason), cancellationToken, needsToSee: true);
    }

    private Result<Done> Remind(TaskOnDesk on, IReadOnlyList<string> concerned, string reason)
    {
        var zone = caller.Home.Profile.Identity.Zone;
        var quiet = organisations.Of(on.Complaint.Organisation).RulesFor(on.Complaint.ReceivedAt).QuietHours;
        return on.Complaint.Remind(
            on.Task, on.Member.UserName, reason,
            concerned.Except(on.Task.Excluded).Select(user => (user, quiet.DeliverAt(on.Now, Keys.User(user), alsoAtNight: false, zone))), on.Now, zone);
    }
}
