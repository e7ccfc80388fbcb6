using Bpm.Application.Definitions;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Definitions;

/// <summary>Elsa's routes that read definitions.</summary>
internal static class DefinitionReadEndpoints
{
    public static void MapDefinitionReads(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions", (HttpRequest request, IMediator mediator, DefinitionLinks links, CancellationToken ct) => mediator.AskElsa(
            DefinitionQueries.List(request.Query),
            page => new ElsaPage<ElsaSummary>([.. page.Items.Select(row => ElsaSummary.Of(row, links.Of(row.DefinitionId)))], page.TotalCount, links.OfList()), ct));
        api.MapGet("/workflow-definitions/by-definition-id/{definitionId}", (string definitionId, HttpRequest request, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct) =>
            mediator.AskElsa(DefinitionQueries.ByDefinitionId(definitionId, request.Query), found => response.Definition(found, links), ct));
        api.MapGet("/workflow-definitions/by-id/{id}", (string id, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct) =>
            mediator.AskElsa(GetDefinition.OfVersion(id), found => response.Definition(found, links), ct));
        api.MapGet("/workflow-definitions/many-by-id", (HttpRequest request, IMediator mediator, DefinitionLinks links, CancellationToken ct) =>
            ManyAsync(DefinitionQueries.List(request.Query), mediator, links, ct));
        api.MapGet("/workflow-definitions/query/count", (HttpRequest request, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            DefinitionQueries.List(request.Query) with { Versions = VersionChoice.Latest }, page => new { Count = page.TotalCount }, ct));
        api.MapGet("/workflow-definitions/validation/is-name-unique", (string? name, string? definitionId, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new ListDefinitions(VersionChoice.LatestOrPublished, [], [], name, null, false, 0, 1000),
            page => new { IsUnique = !page.Items.Any(row => row.Name == name?.Trim() && row.DefinitionId != definitionId) }, ct));
        api.MapGet("/workflow-definitions/{definitionId}/consumers", (string definitionId, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new ListConsumers(definitionId), users => new { ConsumingWorkflowDefinitionIds = users.Items.Select(user => user.DefinitionId).ToArray() }, ct));
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
    }

    /// <summary>Answers with a version and the revision that a save of it has to begin with.</summary>
    public static System.Text.Json.Nodes.JsonObject Definition(this HttpResponse response, DefinitionRecord record, DefinitionLinks links)
    {
        response.Headers[ElsaDefinition.RevisionHeader] = record.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ElsaDefinition.Of(record, links.Of(record.DefinitionId));
    }

    private static async Task<IResult> ManyAsync(ListDefinitions list, IMediator mediator, DefinitionLinks links, CancellationToken ct)
    {
        var found = new List<object>();
        foreach (var id in list.Ids.Take(100))
        {
            var result = await mediator.Send(GetDefinition.OfVersion(id), ct);
            if (result is { IsRefused: true, Refusal.Kind: not Domain.RefusalKind.NotFound })
                return ElsaResults.Of(result.Refusal, isRead: true);
            if (!result.IsRefused)
                found.Add(ElsaDefinition.Of(result.Value, links.Of(result.Value.DefinitionId)));
        }

        return ElsaResults.Ok(new ElsaItems<object>(found));
    }

    private static async Task<IResult> ExportAsync(string definitionId, bool? includeConsumingWorkflows, HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(DefinitionQueries.ByDefinitionId(definitionId, request.Query), ct);
        return found.IsRefused
            ? ElsaResults.Of(found.Refusal, isRead: true)
            : await mediator.AskElsa(new ExportDefinitions([found.Value.Id], includeConsumingWorkflows == true), files => File(files, found.Value.Name), ct);
    }

    private static async Task<IResult> ExportManyAsync(HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        var (body, fault) = await DefinitionBodies.ReadAsync(request, ct);
        return fault is null
            ? await mediator.AskElsa(
                new ExportDefinitions(DefinitionBodies.Texts(body, "ids"), DefinitionBodies.Flag(body, "includeConsumingWorkflows")),
                files => TypedResults.File(DefinitionArchive.Write(files.Items), "application/zip", "workflow-definitions.zip"), ct)
            : ElsaResults.Of(new DefinitionInvalid(fault), isRead: false);
    }

    private static FileContentHttpResult File(DefinitionFiles files, string name) => files.Items.Count == 1
        ? TypedResults.File(files.Items[0].Json, "application/json", files.Items[0].Name)
        : TypedResults.File(DefinitionArchive.Write(files.Items), "application/zip", $"{name}.zip");
}
