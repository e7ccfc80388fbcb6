using System.Text.Json.Nodes;
using Bpm.Application.Definitions;
using Bpm.Engine.Definitions;
using Bpm.Studio.Answers;

namespace Bpm.Studio.Definitions;

/// <summary>A definition as Elsa's clients read it: the stored drawing with what the server knows about the version.</summary>
public static class ElsaDefinition
{
    /// <summary>Header of every answer with a definition: the revision that a save has to begin with.</summary>
    public const string RevisionHeader = "x-bpm-revision";

    /// <summary>The JSON of a version.</summary>
    /// <param name="links">What the caller may do with it.</param>
    public static JsonObject Of(DefinitionRecord record, IReadOnlyList<ElsaLink> links)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(links);
        var json = DefinitionContent.Open(WorkflowDefinition.Parse(record.Json));
        NodeIds.Assign(json);
        OldConnections.Renew(json["root"]);
        json["id"] = record.Id;
        json["definitionId"] = record.DefinitionId;
        json["name"] = record.Name;
        json["createdAt"] = record.CreatedAt;
        json["version"] = record.Version;
        json["isLatest"] = record.IsLatest;
        json["isPublished"] = record.IsPublished;
        json["providerName"] = null;
        json["materializerName"] = "Json";
        json["materializerContext"] = null;
        json["toolVersion"] ??= ElsaSummary.Tool;
        json["isReadonly"] ??= false;
        json["customProperties"] ??= new JsonObject();
        json["links"] = new JsonArray([.. links.Select(link => new JsonObject { ["href"] = link.Href, ["rel"] = link.Rel, ["method"] = link.Method })]);
        return json;
    }
}
