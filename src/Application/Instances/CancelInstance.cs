using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Cancels an instance that is no case; a case ends by its own steps only.</summary>
[MayRun(Permission.RunWorkflows)]
public sealed record CancelInstance(string InstanceId) : ICommand<InstanceView>;

public sealed class CancelInstanceHandler(InstanceRepairs repairs) : IRequestHandler<CancelInstance, Result<InstanceView>>
{
    public async Task<Result<InstanceView>> Handle(CancelInstance request, CancellationToken cancellationToken) =>
        await repairs.FindAsync(request.InstanceId, cancellationToken) is (_, { } complaint)
            ? new InstanceOfCase(complaint.Number)
            : await repairs.ActAsync(
                request.InstanceId, "instance.cancelled", "流程实例已经结束，不能再取消。",
                (runner, graph, instance, host) => runner.Cancel(graph, instance, host), cancellationToken);
}
