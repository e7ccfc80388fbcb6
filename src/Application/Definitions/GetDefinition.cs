using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>One version of a definition of the caller's organisation.</summary>
/// <param name="Id">Version id where <paramref name="ByVersionId"/>, else definition id.</param>
/// <param name="Choice">Which version, where asked by definition id; what may name several gives the newest.</param>
/// <param name="Version">A version number in place of a choice.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record GetDefinition(string Id, bool ByVersionId, VersionChoice Choice, int? Version) : IQuery<DefinitionRecord>
{
    /// <summary>By version id.</summary>
    public static GetDefinition OfVersion(string versionId) => new(versionId, true, VersionChoice.AllVersions, null);
}

public sealed class GetDefinitionHandler(IDefinitionStore store, Caller caller) : IRequestHandler<GetDefinition, Result<DefinitionRecord>>
{
    public async Task<Result<DefinitionRecord>> Handle(GetDefinition request, CancellationToken cancellationToken) =>
        await FindAsync(request, cancellationToken) is { } found && found.Organisation == caller.Member.Organisation ? found : new DefinitionNotFound(request.Id);

    private async Task<DefinitionRecord?> FindAsync(GetDefinition request, CancellationToken cancellationToken)
    {
        if (request.ByVersionId)
            return await store.FindVersionAsync(request.Id, cancellationToken);
        if (request.Version is { } number)
            return await store.FindVersionAsync(request.Id, number, cancellationToken);
        if (request.Choice == VersionChoice.Published)
            return await store.FindPublishedAsync(request.Id, cancellationToken);
        var latest = await store.FindLatestAsync(request.Id, cancellationToken);
        return request.Choice switch
        {
            VersionChoice.LatestAndPublished => latest is { IsPublished: true } ? latest : null,
            VersionChoice.Draft => latest is { IsDraft: true } ? latest : null,
            _ => latest,
        };
    }
}
