using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Takes exported instances in. Nothing does: an instance belongs to its case, its tasks and its clocks.</summary>
[MayRun(Permission.RunWorkflows)]
public sealed record ImportInstances : IQuery<Done>;

public sealed class ImportInstancesHandler : IRequestHandler<ImportInstances, Result<Done>>
{
    public Task<Result<Done>> Handle(ImportInstances request, CancellationToken cancellationToken) => Task.FromResult<Result<Done>>(new InstancesNotImported());
}
