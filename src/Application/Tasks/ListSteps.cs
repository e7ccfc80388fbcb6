using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Descriptors;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>The steps by which the caller can narrow task lists: those of the organisation's published workflows.</summary>
[MayRun(Permission.Staff)]
public sealed record ListSteps : IQuery<Page<StepChoice>>;

public sealed class ListStepsHandler(StepCatalog catalog, IVersionStamps stamps, IDefinitionStore definitions, Caller caller) : IRequestHandler<ListSteps, Result<Page<StepChoice>>>
{
    public async Task<Result<Page<StepChoice>>> Handle(ListSteps request, CancellationToken cancellationToken)
    {
        var steps = await catalog.GetAsync(caller.Member.Organisation, stamps, definitions, cancellationToken);
        return new Page<StepChoice>(steps, steps.Count);
    }
}
