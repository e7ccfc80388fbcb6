using Bpm.Application.Instances.Viewing;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Studio.Instances;

/// <summary>Journals and runs of activities in Elsa's shape.</summary>
internal static class ElsaRuns
{
    public static object Entry(string instanceId, JournalEntry entry, JournalPart part)
    {
        var node = part.Nodes.GetValueOrDefault(entry.NodePath);
        return new
        {
            Id = ElsaIds.Of(instanceId, entry.Sequence), ActivityInstanceId = ElsaIds.Of(instanceId, entry.ActivityInstanceId),
            ParentActivityInstanceId = ElsaIds.OfParent(instanceId, entry.ParentInstanceId), ActivityId = Last(entry.NodePath), ActivityType = TypeOf(node),
            ActivityTypeVersion = VersionOf(node), ActivityName = node?.Name, NodeId = entry.NodePath, Timestamp = entry.Time, entry.Sequence, entry.EventName,
            entry.Message, Source = (string?)null, ActivityState = Named(part.Inputs[entry.ActivityInstanceId]), Payload = Payload(entry.Outcomes),
        };
    }

    public static object Summary(ActivityRuns runs, ActivityExecutionRecord run)
    {
        var (instanceId, node) = (runs.Picture.Instance.Id, NodeOf(runs, run));
        return new
        {
            Id = ElsaIds.Of(instanceId, run.ActivityInstanceId), WorkflowInstanceId = instanceId, run.ActivityId, ActivityNodeId = run.NodePath, ActivityType = TypeOf(node),
            ActivityTypeVersion = VersionOf(node), ActivityName = node?.Name, Metadata = new Dictionary<string, object?>(), run.StartedAt, HasBookmarks = run.IsWaiting,
            run.Status, AggregateFaultCount = Faults(run), run.CompletedAt,
        };
    }

    public static object Full(ActivityRuns runs, ActivityExecutionRecord run)
    {
        var (instanceId, node) = (runs.Picture.Instance.Id, NodeOf(runs, run));
        var parent = runs.All.GetValueOrDefault(run.ParentInstanceId);
        return new
        {
            Id = ElsaIds.Of(instanceId, run.ActivityInstanceId), WorkflowInstanceId = instanceId, run.ActivityId, ActivityNodeId = run.NodePath, ActivityType = TypeOf(node),
            ActivityTypeVersion = VersionOf(node), ActivityName = node?.Name, ActivityState = Pascal(run.Inputs), Payload = Payload(run.Outcomes), Outputs = Pascal(run.Outputs),
            Properties = new Dictionary<string, object?>(), Metadata = new Dictionary<string, object?>(), Exception = ExceptionOf(run), run.StartedAt,
            HasBookmarks = run.IsWaiting, run.Status, AggregateFaultCount = Faults(run), run.CompletedAt,
            SchedulingActivityExecutionId = ElsaIds.OfParent(instanceId, run.ParentInstanceId), SchedulingActivityId = parent?.ActivityId,
            SchedulingWorkflowInstanceId = (string?)null, CallStackDepth = Chain(runs, run).Count() - 1,
        };
    }

    public static object Stats(ActivityStats stats) => new
    {
        ActivityId = Last(stats.NodePath), ActivityNodeId = stats.NodePath, StartedCount = stats.Started, CompletedCount = stats.Completed,
        UncompletedCount = stats.Uncompleted, stats.IsBlocked, stats.IsFaulted, Metadata = new Dictionary<string, object?>(),
    };

    /// <summary>The run and those around it, the outermost last.</summary>
    public static IEnumerable<ActivityExecutionRecord> Chain(ActivityRuns runs, ActivityExecutionRecord run)
    {
        for (var current = run; current is not null; current = runs.All.GetValueOrDefault(current.ParentInstanceId))
            yield return current;
    }

    private static ActivityNode? NodeOf(ActivityRuns runs, ActivityExecutionRecord run) => runs.Picture.Nodes.GetValueOrDefault(run.NodePath);

    // The viewer leaves a record out that has no type.
    private static string TypeOf(ActivityNode? node) => node?.Type.Name ?? "Elsa.NotFoundActivity";

    private static int VersionOf(ActivityNode? node) => node?.Type.Descriptor.Version ?? 1;

    private static string Last(string path) => path[(path.LastIndexOf(':') + 1)..];

    private static int Faults(ActivityExecutionRecord run) => run.Status == ActivityStatus.Faulted ? 1 : 0;

    private static object? ExceptionOf(ActivityExecutionRecord run) => run.ExceptionType is null
        ? null
        : new { Type = run.ExceptionType, Message = run.Incident?.Text ?? run.ExceptionType, StackTrace = (string?)null, InnerException = (object?)null };

    private static Dictionary<string, object?> Payload(IReadOnlyList<string> outcomes) =>
        outcomes.Count == 0 ? [] : new Dictionary<string, object?> { ["Outcomes"] = outcomes };

    private static Dictionary<string, object?> Named(IEnumerable<RecordedValue> values)
    {
        var named = new Dictionary<string, object?>();
        foreach (var value in values)
            named[Pascal(value.Name)] = value.Value;
        return named;
    }

    private static Dictionary<string, object?> Pascal(IReadOnlyDictionary<string, object?> values) => values.ToDictionary(value => Pascal(value.Key), value => value.Value);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
