using System.Text.Json.Nodes;
using Bpm.Application.Definitions.Subgraphs;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Definitions;

/// <summary>Parts of drawings: what is inside a workflow used as an activity, and the way to an activity that is not on the canvas.</summary>
internal static class SubgraphEndpoints
{
    /// <summary>Maps the routes below <c>/elsa/api</c>.</summary>
    public static void MapSubgraphs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{versionId}", (string versionId, string? parentNodeId, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new GetSubgraph(versionId, parentNodeId ?? ""), Node, ct));
        api.MapGet("/workflow-definitions/subgraph/segments/{versionId}", (string versionId, string? childNodeId, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new FindSegments(versionId, childNodeId ?? ""), Way, ct));
    }

    private static object Node(JsonObject node) =>
        new { Activity = node, NodeId = DefinitionTree.PathOf(node), Port = (string?)null, Parents = Array.Empty<object>(), Children = Array.Empty<object>() };

    private static object Way(NodeSegments way) => new
    {
        ChildNode = Node(way.Node),
        Container = Node(way.Container),
        PathSegments = way.Segments.Select(segment => new
        {
            ActivityNodeId = DefinitionTree.PathOf(segment.Owner), ActivityId = segment.Owner["id"], ActivityType = segment.Owner["type"], PortName = segment.Port,
        }),
    };
}
