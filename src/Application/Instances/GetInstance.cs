using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>One instance of the caller's organisation.</summary>
[MayRun(Permission.RunWorkflows)]
public sealed record GetInstance(string InstanceId) : IQuery<InstanceView>;

public sealed class GetInstanceHandler(InstanceRepairs repairs) : IRequestHandler<GetInstance, Result<InstanceView>>
{
    public async Task<Result<InstanceView>> Handle(GetInstance request, CancellationToken cancellationToken) =>
        await repairs.FindAsync(request.InstanceId, cancellationToken) is var (instance, complaint)
            ? repairs.View(instance, complaint)
            : new InstanceNotFound();
}
