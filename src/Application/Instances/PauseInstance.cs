using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Holds an instance, or lets it go on: what comes for it meanwhile is kept.</summary>
/// <param name="Paused">False to let it go on.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record PauseInstance(string InstanceId, bool Paused) : ICommand<InstanceView>;

public sealed class PauseInstanceHandler(InstanceRepairs repairs) : IRequestHandler<PauseInstance, Result<InstanceView>>
{
    public Task<Result<InstanceView>> Handle(PauseInstance request, CancellationToken cancellationToken) => request.Paused
        ? repairs.ActAsync(
            request.InstanceId, "instance.paused", "流程实例已经暂停或结束。", (runner, graph, instance, _) => runner.Pause(graph, instance), cancellationToken)
        : repairs.ActAsync(
            request.InstanceId, "instance.unpaused", "流程实例没有暂停。",
            (runner, graph, instance, host) => runner.Unpause(graph, instance, host), cancellationToken);
}
