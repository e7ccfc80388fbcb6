using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Definitions.Subgraphs;

/// <summary>The way to an activity through all that is drawn inside something else.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record FindSegments(string VersionId, string NodePath) : IQuery<NodeSegments>;

/// <summary>An activity, the drawing that it stands in, and the way there.</summary>
/// <param name="Segments">From the outside inwards: whose property was opened.</param>
public sealed record NodeSegments(JsonObject Node, JsonObject Container, IReadOnlyList<NodeSegments.Segment> Segments)
{
    /// <summary>A property of an activity that holds the next.</summary>
    /// <param name="Port">The property's name, PascalCase.</param>
    public sealed record Segment(JsonObject Owner, string Port);
}

public sealed class FindSegmentsHandler(IDefinitionStore definitions, Caller caller) : IRequestHandler<FindSegments, Result<NodeSegments>>
{
    private const string Members = "activities";

    public async Task<Result<NodeSegments>> Handle(FindSegments request, CancellationToken cancellationToken)
    {
        var tree = await DefinitionTree.OpenAsync(definitions, caller.Member.Organisation, request.VersionId, cancellationToken);
        if (tree is null || await tree.FindAsync(request.NodePath, cancellationToken) is not { } node)
            return new NodeNotFound();
        var segments = new List<NodeSegments.Segment>();
        JsonObject? container = null;
        var property = "";
        for (JsonNode current = node; current.Parent is { } parent; current = parent)
        {
            if (parent is JsonObject owner)
                property = current.GetPropertyName();
            else
                continue;
            if (!DefinitionTree.IsNode(owner))
                continue;
            if (property == Members)
                container ??= owner;
            else if (owner.Parent is not null)
                segments.Insert(0, new(owner, char.ToUpperInvariant(property[0]) + property[1..]));
        }

        return new NodeSegments(node, container ?? node, segments);
    }
}
