using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>加签: the holder has somebody have the say too, before or after completing the task.</summary>
/// <param name="To">User name.</param>
/// <param name="Position"><c>before</c> or <c>after</c>.</param>
[MayRun(Permission.Staff)]
public sealed record AddSigner(Guid TaskId, string To, string Position) : ICommand<TaskView>;

public sealed class AddSignerHandler(TaskDesk desk, Caller caller) : IRequestHandler<AddSigner, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(AddSigner request, CancellationToken cancellationToken)
    {
        SignerPosition? position = request.Position switch { "before" => SignerPosition.Before, "after" => SignerPosition.After, _ => null };
        return desk.ActAsync(
            request.TaskId, "task.signer-added",
            on => position is { } at
                ? on.Complaint.AddSigner(on.Task, on.Member.UserName, caller.Home.Staff(request.To), at, on.Now)
                : new TaskSignerPositionUnknown(),
            cancellationToken, about: $"{request.To} {request.Position}");
    }
}
