using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Descriptors;

/// <summary>Everything that definitions of the caller's organisation may use or do use.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListActivityDescriptors : IQuery<ActivityDescriptorSet>;

public sealed class ListActivityDescriptorsHandler(
    DescriptorCatalog catalog, OrganisationRegistry organisations, IVersionStamps stamps, IDefinitionStore definitions, Caller caller)
    : IRequestHandler<ListActivityDescriptors, Result<ActivityDescriptorSet>>
{
    public async Task<Result<ActivityDescriptorSet>> Handle(ListActivityDescriptors request, CancellationToken cancellationToken) =>
        await catalog.GetAsync(organisations.Of(caller.Member.Organisation), stamps, definitions, cancellationToken);
}
