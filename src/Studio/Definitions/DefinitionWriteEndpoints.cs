using System.Globalization;
using System.Text.Json;
using Bpm.Application.Definitions;
using Bpm.Application.Definitions.Drafts;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Definitions;

/// <summary>Elsa's routes that change one definition.</summary>
internal static class DefinitionWriteEndpoints
{
    public static void MapDefinitionWrites(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions", SaveAsync);
        api.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
        api.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync);
        api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", (string definitionId, int version, IMediator mediator, DefinitionLinks links, CancellationToken ct) =>
            mediator.AskElsa(new RevertDefinition(definitionId, version), draft => ElsaSummary.Of(draft, links.Of(definitionId)), ct));
        // Whoever uses a definition gets the new version with its publishing (decision 009): nothing is left to update.
        api.MapPost("/workflow-definitions/{definitionId}/update-references", (string definitionId, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new ListConsumers(definitionId), _ => new { AffectedWorkflows = Array.Empty<string>() }, ct));
        api.MapDelete("/workflow-definitions/{definitionId}", (string definitionId, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new DeleteDefinition(definitionId), _ => (IResult)TypedResults.Ok(), ct));
        api.MapDelete("/workflow-definition-versions/{id}", (string id, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new DeleteDefinitionVersion(id), _ => (IResult)TypedResults.Ok(), ct));
    }

    private static async Task<IResult> SaveAsync(HttpRequest request, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct)
    {
        var (body, fault) = await DefinitionBodies.ReadAsync(request, ct);
        if (fault is not null)
            return ElsaResults.Of(new DefinitionInvalid(fault), isRead: false);
        if (!body.TryGetProperty("model", out var model) || model.ValueKind != JsonValueKind.Object)
            return ElsaResults.Of(new DefinitionInvalid("提交的内容里没有流程（model）。"), isRead: false);
        var saved = await mediator.Send(new SaveDraft(DefinitionBodies.Bytes(model), Revision(request), null), ct);
        if (saved.IsRefused)
            return ElsaResults.Of(saved.Refusal, isRead: false);
        // The draft is kept also where publishing is refused: what was drawn is not lost.
        return DefinitionBodies.Flag(body, "publish")
            ? await PublishAsync(saved.Value.DefinitionId, request, response, mediator, links, ct)
            : await AnswerAsync(saved.Value, false, response, mediator, links, ct);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, HttpRequest request, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct)
    {
        var published = await mediator.Send(new PublishDefinition(definitionId, Reasons.Read(request)), ct);
        if (published is { IsRefused: false, Value.Request: { } number })
            return Waiting(published.Value.Record, number, response);
        if (!published.IsRefused)
            return await AnswerAsync(published.Value.Record, published.Value.AlreadyPublished, response, mediator, links, ct);
        // The editor has to know what it saved in the same breath.
        if (await mediator.Send(new GetDefinition(definitionId, false, VersionChoice.Latest, null), ct) is { IsRefused: false } latest)
            response.Headers[ElsaDefinition.RevisionHeader] = latest.Value.Revision.ToString(CultureInfo.InvariantCulture);
        return ElsaResults.Of(published.Refusal, isRead: false);
    }

    // No success: it is not published yet, and the designer would say that it is.
    private static IResult Waiting(DefinitionRecord draft, string number, HttpResponse response)
    {
        response.Headers[ElsaDefinition.RevisionHeader] = draft.Revision.ToString(CultureInfo.InvariantCulture);
        return ElsaResults.Of(new PublicationWaits(number), isRead: false);
    }

    private static async Task<IResult> RetractAsync(string definitionId, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct)
    {
        var retracted = await mediator.Send(new RetractDefinition(definitionId), ct);
        return retracted.IsRefused
            ? ElsaResults.Of(retracted.Refusal, isRead: false)
            : await mediator.AskElsa(new GetDefinition(definitionId, false, VersionChoice.Latest, null), latest => response.Definition(latest, links), ct);
    }

    private static Task<IResult> AnswerAsync(
        DefinitionRecord record, bool alreadyPublished, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct) =>
        mediator.AskElsa(new ListConsumers(record.DefinitionId), users => new
        {
            WorkflowDefinition = response.Definition(record, links),
            AlreadyPublished = alreadyPublished,
            ConsumingWorkflowCount = users.Items.Count,
        }, ct);

    private static long? Revision(HttpRequest request) =>
        long.TryParse(request.Headers[ElsaDefinition.RevisionHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
}
