using System.Text.Json;
using Bpm.Application.Descriptors;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Descriptors;

/// <summary>What the designer offers: activities, editors' options, languages, strategies, script functions.</summary>
internal static class DescriptorEndpoints
{
    /// <summary>Maps the routes below <c>/elsa/api</c>.</summary>
    public static void MapDescriptors(this IEndpointRouteBuilder api)
    {
        api.MapGet("/descriptors/activities", (IMediator mediator, DescriptorAnswers answers, CancellationToken ct) =>
            mediator.AskElsa(new ListActivityDescriptors(), answers.Of, ct));
        api.MapPost("/descriptors/activities/{typeName}/options/{property}", OptionsAsync);
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", (string definitionId, IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new GetScriptDeclarations(definitionId), text => TypedResults.Text(text, "text/plain", System.Text.Encoding.UTF8), ct));
        List(api, "/descriptors/expression-descriptors", DesignerList.Expressions, ElsaChoices.Expression);
        List(api, "/descriptors/workflow-activation-strategies", DesignerList.ActivationStrategies, ElsaChoices.Type);
        List(api, "/descriptors/incident-strategies", DesignerList.IncidentStrategies, ElsaChoices.Type);
        List(api, "/descriptors/log-persistence-strategies", DesignerList.LogPersistenceStrategies, ElsaChoices.Type);
        List(api, "/descriptors/commit-strategies/workflows", DesignerList.WorkflowCommitStrategies, ElsaChoices.Named);
        List(api, "/descriptors/commit-strategies/activities", DesignerList.ActivityCommitStrategies, ElsaChoices.Named);
        List(api, "/features/installed", DesignerList.Features, ElsaChoices.Feature);
        List(api, "/resilience/strategies", DesignerList.ResilienceStrategies, ElsaChoices.Named);
        Items(api, "/descriptors/variables", DesignerList.VariableTypes, ElsaChoices.VariableType);
        Items(api, "/descriptors/storage-drivers", DesignerList.StorageDrivers, ElsaChoices.Driver);
        Items(api, "/descriptors/output-converters", DesignerList.OutputConverters, ElsaChoices.Named);
    }

    private static void List(IEndpointRouteBuilder api, string path, DesignerList list, Func<DesignerChoice, object> shape) =>
        api.MapGet(path, (IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new ListDesignerChoices(list), choices => (object)new ElsaList<object>([.. choices.Select(shape)]), ct));

    private static void Items(IEndpointRouteBuilder api, string path, DesignerList list, Func<DesignerChoice, object> shape) =>
        api.MapGet(path, (IMediator mediator, CancellationToken ct) =>
            mediator.AskElsa(new ListDesignerChoices(list), choices => (object)new ElsaItems<object>([.. choices.Select(shape)]), ct));

    private static Task<IResult> OptionsAsync(string typeName, string property, OptionsBody? body, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
        new GetInputOptions(typeName, property, body?.Context ?? new Dictionary<string, JsonElement>()),
        options => (object)new { Items = ElsaDescriptors.Specifications(options.Input, options.Options) }, ct);

    /// <summary>The node as the designer has it.</summary>
    internal sealed record OptionsBody(IReadOnlyDictionary<string, JsonElement>? Context);
}
