using Bpm.Application.Definitions;
using Bpm.Domain;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Definitions;

/// <summary>Elsa's routes that change several definitions: one after the other, each in a transaction of its own; those that are refused are named.</summary>
internal static class DefinitionBulkEndpoints
{
    public static void MapDefinitionBulk(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", (HttpRequest request, IMediator mediator, CancellationToken ct) =>
            DeleteAsync(request, "definitionIds", id => new DeleteDefinition(id), mediator, ct));
        bulk.MapPost("/delete/workflow-definitions/by-id", (HttpRequest request, IMediator mediator, CancellationToken ct) =>
            DeleteAsync(request, "ids", id => new DeleteDefinitionVersion(id), mediator, ct));
    }

    private static async Task<IResult> PublishAsync(HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        var (published, already, notFound, consumers) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        return await EachAsync(request, "definitionIds", async id =>
        {
            var result = await mediator.Send(new PublishDefinition(id, Reasons.Read(request)), ct);
            if (result.IsRefused)
                return Missing(result.Refusal, id, notFound);
            if (result.Value.Request is { } number)
                return new PublicationWaits(number);
            (result.Value.AlreadyPublished ? already : published).Add(id);
            consumers.AddRange(result.Value.Consumers.Select(consumer => consumer.DefinitionId));
            return null;
        }, () => new { Published = published, AlreadyPublished = already, NotFound = notFound, UpdatedConsumers = consumers }, ct);
    }

    private static async Task<IResult> RetractAsync(HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        var (retracted, already, notFound) = (new List<string>(), new List<string>(), new List<string>());
        return await EachAsync(request, "definitionIds", async id =>
        {
            var found = await mediator.Send(new GetDefinition(id, false, VersionChoice.Latest, null), ct);
            if (found.IsRefused)
                return Missing(found.Refusal, id, notFound);
            var result = await mediator.Send(new RetractDefinition(id), ct);
            if (result is { IsRefused: true, Refusal.Kind: not RefusalKind.NotFound })
                return result.Refusal;
            (result.IsRefused ? already : retracted).Add(id);
            return null;
        }, () => new { Retracted = retracted, AlreadyRetracted = already, NotFound = notFound }, ct);
    }

    private static async Task<IResult> DeleteAsync(
        HttpRequest request, string property, Func<string, IRequest<Result<Done>>> command, IMediator mediator, CancellationToken ct)
    {
        var deleted = 0;
        return await EachAsync(request, property, async id =>
        {
            var result = await mediator.Send(command(id), ct);
            deleted += result.IsRefused ? 0 : 1;
            return result.Refusal;
        }, () => new { Deleted = deleted }, ct);
    }

    private static async Task<IResult> EachAsync(HttpRequest request, string property, Func<string, Task<Refusal?>> act, Func<object> answer, CancellationToken ct)
    {
        var (body, fault) = await DefinitionBodies.ReadAsync(request, ct);
        if (fault is not null)
            return ElsaResults.Of(new DefinitionInvalid(fault), isRead: false);
        var refused = new List<Refusal>();
        foreach (var id in DefinitionBodies.Texts(body, property).Distinct())
        {
            if (await act(id) is { } refusal)
                refused.Add(refusal);
        }

        return refused.Count == 0 ? ElsaResults.Ok(answer()) : ElsaResults.Of(new SomeRefused(refused), isRead: false);
    }

    private static Refusal? Missing(Refusal refusal, string id, List<string> notFound)
    {
        if (refusal.Kind != RefusalKind.NotFound)
            return refusal;
        notFound.Add(id);
        return null;
    }

    private sealed record SomeRefused : Refusal
    {
        public SomeRefused(IReadOnlyList<Refusal> refused)
            : base(refused[0].Code, "部分流程没有处理，其余的已经完成；原因见各项。", refused.All(refusal => refusal.Kind == refused[0].Kind) ? refused[0].Kind : RefusalKind.Invalid) =>
            Errors = new Dictionary<string, string[]>
            {
                [refused[0].Code] = [.. refused.SelectMany(refusal => refusal.Errors.Count > 0 ? refusal.Errors.Values.SelectMany(texts => texts) : [refusal.Message])],
            };
    }
}
