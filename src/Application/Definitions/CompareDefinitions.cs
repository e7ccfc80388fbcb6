using Bpm.Application.Access;
using Bpm.Application.Descriptors;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Comparison;
using Bpm.Workflows.Drawings;
using Bpm.Workflows.Drawings.Pictures;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>What differs between two versions of a definition of the caller's organisation.</summary>
/// <param name="From">The older version's number.</param>
/// <param name="To">The newer version's number.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record CompareDefinitions(string DefinitionId, int From, int To) : IQuery<ComparedDefinitions>;

/// <summary>Two versions with their differences and drawings.</summary>
public sealed record ComparedDefinitions(DefinitionRecord From, DefinitionRecord To, DefinitionDifferences Differences, Picture Before, Picture After);

public sealed class CompareDefinitionsHandler(
    IDefinitionStore store, DescriptorCatalog descriptors, IVersionStamps stamps, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<CompareDefinitions, Result<ComparedDefinitions>>
{
    public async Task<Result<ComparedDefinitions>> Handle(CompareDefinitions request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        if (await FindAsync(request.From) is not { } from || await FindAsync(request.To) is not { } to)
            return new DefinitionNotFound(request.DefinitionId);
        var known = (await descriptors.GetAsync(home, stamps, store, cancellationToken)).Activities.DistinctBy(activity => activity.TypeName)
            .ToDictionary(activity => activity.TypeName, StringComparer.Ordinal);
        var (older, newer) = (WorkflowDefinition.Parse(from.Json), WorkflowDefinition.Parse(to.Json));
        var differences = DefinitionComparison.Of(older, newer, new(known.GetValueOrDefault));
        return new ComparedDefinitions(
            from, to, differences, Picture.OfOlder(DrawnDefinition.Of(older), differences), Picture.OfNewer(DrawnDefinition.Of(newer), differences));

        async Task<DefinitionRecord?> FindAsync(int version) =>
            await store.FindVersionAsync(request.DefinitionId, version, cancellationToken) is { } record && record.Organisation == home.Code ? record : null;
    }
}
