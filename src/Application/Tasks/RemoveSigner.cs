using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>减签: takes somebody out again who was added and has not begun to act.</summary>
/// <param name="To">User name.</param>
[MayRun(Permission.Staff)]
public sealed record RemoveSigner(Guid TaskId, string To, string Reason) : ICommand<TaskView>;

public sealed class RemoveSignerHandler(TaskDesk desk) : IRequestHandler<RemoveSigner, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(RemoveSigner request, CancellationToken cancellationToken) => desk.ActAsync(
        request.TaskId, "task.signer-removed", on => on.Complaint.RemoveSigner(on.Task, on.Member.UserName, request.To, request.Reason, on.Now),
        cancellationToken, about: request.To);
}
