using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Definitions;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Starts the published version of a workflow of the caller's organisation by hand.</summary>
/// <param name="DefinitionId">The workflow; not that of a category, whose cases start it.</param>
/// <param name="CorrelationId">Groups instances; may be null.</param>
/// <param name="Name">Shown in lists; may be null.</param>
/// <param name="Input">Inputs by name; ids and codes only.</param>
/// <param name="AsDrawn">Refuse where a newer version than the published one is being drawn.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record StartWorkflow(
    string DefinitionId, string? CorrelationId, string? Name, IReadOnlyDictionary<string, JsonElement>? Input, bool AsDrawn = false)
    : ICommand<InstanceView>;

public sealed class StartWorkflowHandler(
    IWorkflowGraphs published, IDefinitionStore definitions, InstanceProcess process, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<StartWorkflow, Result<InstanceView>>
{
    public async Task<Result<InstanceView>> Handle(StartWorkflow request, CancellationToken cancellationToken)
    {
        var home = caller.Home.Profile;
        if (home.Categories.Values.FirstOrDefault(category => category.DefinitionId == request.DefinitionId) is { } category)
            return new WorkflowOfCategory(category.Name);
        if (home.StartsCases(request.DefinitionId))
            return new WorkflowOfCases();
        if (request.AsDrawn && await definitions.FindLatestAsync(request.DefinitionId, cancellationToken) is { IsPublished: false } drawn
            && drawn.Organisation == home.Identity.Code)
            return new WorkflowNotPublished(drawn.Name);
        if (published.FindPublished(request.DefinitionId, home.Identity.Code) is not { } graph)
            return new WorkflowNotFound(request.DefinitionId);
        var now = clock.GetUtcNow();
        var options = new StartOptions
        {
            InstanceId = OrderedId.New(now).ToString("N"),
            TenantId = home.Identity.Code,
            CorrelationId = string.IsNullOrEmpty(request.CorrelationId) ? null : request.CorrelationId,
            Name = request.Name,
            Input = request.Input?.ToDictionary(input => input.Key, input => JsonValues.Read(input.Value)) ?? [],
        };
        var started = await process.StartAsync(graph, options, cancellationToken);
        if (started.IsRefused)
            return started.Refusal;
        audit.Append(AuditEntry.Record(now, home.Identity.Code, caller.Name, "workflow.started", $"instance:{options.InstanceId}", graph.VersionId));
        return InstanceView.Of(started.Value, home.Identity.Zone, null, values: true);
    }
}
