using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>抄送: lets people know of a task; it stands in their list of copies. For whoever reads the case.</summary>
/// <param name="To">User names, at most <see cref="Domain.Complaints.Case.MostCopies"/>.</param>
[MayRun(Permission.Staff)]
public sealed record CopyTask(Guid TaskId, IReadOnlyList<string> To) : ICommand<TaskView>;

public sealed class CopyTaskHandler(TaskDesk desk, OrganisationRegistry organisations, Caller caller) : IRequestHandler<CopyTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(CopyTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.copied", on => Copy(on, request), cancellationToken, needsToSee: true, string.Join(' ', request.To.Where(user => caller.Home.Staff(user ?? "") is not null)));

    private Result<Done> Copy(TaskOnDesk on, CopyTask request)
    {
        var quiet = organisations.Of(on.Complaint.Organisation).RulesFor(on.Complaint.ReceivedAt).QuietHours;
        var deliverAt = quiet.DeliverAt(on.Now, alsoAtNight: false, caller.Home.Profile.Identity.Zone);
        return on.Complaint.CopyTask(on.Task, [.. request.To.Select(user => caller.Home.Staff(user ?? ""))], on.Now, deliverAt, caller.Home);
    }
}
