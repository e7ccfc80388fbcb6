using Bpm.Application.Instances;
using Bpm.Application.Instances.Viewing;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Instances;

/// <summary>Lists of instances, one instance, and what can be done to them.</summary>
internal static class InstanceEndpoints
{
    /// <summary>Maps the routes below <c>/elsa/api</c>.</summary>
    public static void MapElsaInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/workflow-instances");
        instances.MapPost("", (InstanceQuery query, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new SearchInstances(query.Search()), page => (object)new ElsaPage<object>([.. page.Items.Select(ElsaInstances.Row)], page.TotalCount, []), ct));
        instances.MapGet("/{id}", (string id, IMediator mediator, CancellationToken ct) => mediator.AskElsa(new GetInstancePicture(id), ElsaInstances.Full, ct));
        instances.MapGet("/{id}/execution-state", (string id, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new GetInstanceSummary(id), ElsaInstances.State, ct));
        instances.MapGet("/{id}/variables", (string id, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new ListInstanceVariables(id), variables => (object)new ElsaList<InstanceVariable>(variables), ct));
        instances.MapDelete("/{id}", (string id, HttpContext http, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new DeleteInstances([id], Reasons.Read(http.Request)), _ => new { }, ct));
        api.MapPost("/cancel/workflow-instances/{id}", (string id, HttpContext http, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new CancelInstance(id, Reasons.Read(http.Request)), _ => new { }, ct));
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/cancel/workflow-instances", (BulkBody body, HttpContext http, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new CancelInstances(body.Ids ?? [], body.DefinitionId, body.DefinitionVersionId, Reasons.Read(http.Request)), cancelled => (object)new { CancelledCount = cancelled.Count }, ct));
        bulk.MapPost("/delete/workflow-instances/by-id", (BulkBody body, HttpContext http, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new DeleteInstances(body.Ids ?? [], Reasons.Read(http.Request)), deleted => (object)new { Deleted = deleted.Count }, ct));
        api.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync);
        api.MapPost("/tests/activities", (IMediator mediator, CancellationToken ct) => mediator.AskElsa(new TestActivity(), _ => new { }, ct));
    }

    private static Task<IResult> ExecuteAsync(string definitionId, ExecuteBody? body, HttpContext http, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
        new StartWorkflow(definitionId, body?.CorrelationId, null, body?.Input, AsDrawn: body?.VersionOptions is not "Published"),
        view =>
        {
            http.Response.Headers["x-elsa-workflow-instance-id"] = view.Id;
            return ElsaResults.Ok(new { WorkflowInstanceId = view.Id });
        },
        ct);

    /// <summary>Which instances.</summary>
    internal sealed record BulkBody(IReadOnlyList<string>? Ids, string? DefinitionVersionId, string? DefinitionId);

    /// <summary>How to start.</summary>
    internal sealed record ExecuteBody(string? CorrelationId, string? VersionOptions, IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Input);
}
