using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Definitions.Subgraphs;

/// <summary>A part of a version's drawing, with the workflow behind it where it is one used as an activity.</summary>
/// <param name="VersionId">Of the drawing that is shown.</param>
/// <param name="NodePath">Empty for the whole.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record GetSubgraph(string VersionId, string NodePath) : IQuery<JsonObject>;

public sealed class GetSubgraphHandler(IDefinitionStore definitions, Caller caller) : IRequestHandler<GetSubgraph, Result<JsonObject>>
{
    public async Task<Result<JsonObject>> Handle(GetSubgraph request, CancellationToken cancellationToken)
    {
        var tree = await DefinitionTree.OpenAsync(definitions, caller.Member.Organisation, request.VersionId, cancellationToken);
        return tree is not null && await tree.FindAsync(request.NodePath, cancellationToken) is { } node ? node : new NodeNotFound();
    }
}
