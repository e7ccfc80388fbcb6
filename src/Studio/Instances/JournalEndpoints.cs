using Bpm.Application.Instances.Viewing;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Instances;

/// <summary>What happened in an instance: its journal, and the runs of its activities that the journal tells of.</summary>
internal static class JournalEndpoints
{
    private const int DefaultTake = 100;

    /// <summary>Maps the routes below <c>/elsa/api</c>.</summary>
    public static void MapElsaJournals(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances/{id}/journal", (string id, int? skip, int? take, JournalBody? body, IMediator mediator, CancellationToken ct) =>
            JournalAsync(id, skip, take, body?.Filter?.Wanted(), mediator, ct));
        api.MapGet("/workflow-instances/{id}/journal", (string id, int? skip, int? take, IMediator mediator, CancellationToken ct) =>
            JournalAsync(id, skip, take, null, mediator, ct));
        var runs = api.MapGroup("/activity-executions");
        runs.MapGet("/list", (string? workflowInstanceId, string? activityNodeId, IMediator mediator, CancellationToken ct) => RunsAsync(
            workflowInstanceId, activityNodeId, ElsaRuns.Full, mediator, ct));
        api.MapGet("/activity-execution-summaries/list", (string? workflowInstanceId, string? activityNodeId, IMediator mediator, CancellationToken ct) => RunsAsync(
            workflowInstanceId, activityNodeId, ElsaRuns.Summary, mediator, ct));
        runs.MapGet("/by-id", (string? id, IMediator mediator, CancellationToken ct) => RunAsync(id, mediator, ct));
        runs.MapGet("/{id}", (string id, IMediator mediator, CancellationToken ct) => RunAsync(id, mediator, ct));
        runs.MapGet("/{id}/call-stack", CallStackAsync);
        runs.MapPost("/report", (ReportBody body, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new FindActivityRuns(body.WorkflowInstanceId ?? "", body.ActivityNodeIds?.ToHashSet()),
            found => (object)new { Stats = ActivityStats.Of(found.Wanted).Select(ElsaRuns.Stats).ToArray() }, ct));
        api.MapGet("/resilience/retries/{activityInstanceId}", (string activityInstanceId, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            Run(activityInstanceId), _ => (object)new ElsaPage<object>([], 0, []), ct));
    }

    private static Task<IResult> JournalAsync(string id, int? skip, int? take, JournalFilter? filter, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
        new SearchJournal(id, skip ?? 0, take ?? DefaultTake, filter),
        part => (object)new ElsaPage<object>([.. part.Entries.Select(entry => ElsaRuns.Entry(id, entry, part))], part.TotalCount, []), ct);

    private static Task<IResult> RunsAsync(
        string? instanceId, string? nodePath, Func<ActivityRuns, Bpm.Engine.Journal.ActivityExecutionRecord, object> shape, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
        new FindActivityRuns(instanceId ?? "", nodePath is { Length: > 0 } ? [nodePath] : null),
        runs => (object)new ElsaList<object>([.. runs.Wanted.Select(run => shape(runs, run))]), ct);

    private static Task<IResult> RunAsync(string? id, IMediator mediator, CancellationToken ct) =>
        mediator.AskElsa(Run(id), runs => ElsaRuns.Full(runs, runs.Wanted[0]), ct);

    private static Task<IResult> CallStackAsync(string id, int? skip, int? take, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
        Run(id),
        runs =>
        {
            var chain = ElsaRuns.Chain(runs, runs.Wanted[0]).Reverse().Select(run => ElsaRuns.Full(runs, run)).ToList();
            return (object)new { ActivityExecutionId = id, Items = chain.Skip(skip ?? 0).Take(take ?? DefaultTake), TotalCount = chain.Count };
        },
        ct);

    private static GetActivityRun Run(string? id)
    {
        var (instanceId, number) = ElsaIds.Split(id);
        return new(instanceId, number);
    }

    /// <summary>Which entries.</summary>
    internal sealed record JournalBody(FilterBody? Filter);

    /// <summary>Null means all.</summary>
    internal sealed record FilterBody(
        IReadOnlyList<string>? ActivityIds, IReadOnlyList<string>? ActivityNodeIds, IReadOnlyList<string>? ExcludedActivityTypes, IReadOnlyList<string>? EventNames)
    {
        public JournalFilter Wanted() => new(ActivityIds ?? [], ActivityNodeIds ?? [], ExcludedActivityTypes ?? [], EventNames ?? []);
    }

    /// <summary>Which activities of which instance.</summary>
    internal sealed record ReportBody(string? WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds);
}
