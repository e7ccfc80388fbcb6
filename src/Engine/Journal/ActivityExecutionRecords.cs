using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Journal;

/// <summary>Tells an instance's journal as runs of activities.</summary>
public static class ActivityExecutionRecords
{
    /// <summary>The runs that the entries tell of, in the order in which they started.</summary>
    /// <param name="entries">A journal, or a part of one, in order.</param>
    /// <param name="values">What was recorded beside the entries; null means nothing.</param>
    /// <param name="graph">Gives types and names; may be null.</param>
    /// <param name="incidents">The instance's incidents; may be null.</param>
    public static IReadOnlyList<ActivityExecutionRecord> From(
        IEnumerable<JournalEntry> entries, IEnumerable<RecordedValue>? values = null, WorkflowGraph? graph = null, IEnumerable<Incident>? incidents = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var records = new Dictionary<int, ActivityExecutionRecord>();
        foreach (var entry in entries)
            records[entry.ActivityInstanceId] = Told(records.GetValueOrDefault(entry.ActivityInstanceId) ?? New(entry), entry);

        var nodes = graph?.Nodes.ToDictionary(n => n.Path);
        var recorded = (values ?? []).ToLookup(v => (v.ActivityInstanceId, v.IsOutput));
        var failed = (incidents ?? []).ToLookup(i => i.ActivityInstanceId);
        return
        [
            .. records.Values.OrderBy(r => r.ActivityInstanceId).Select(record => record with
            {
                ActivityType = nodes?.GetValueOrDefault(record.NodePath)?.Type.Name,
                ActivityName = nodes?.GetValueOrDefault(record.NodePath)?.Name,
                Inputs = Named(recorded[(record.ActivityInstanceId, false)]),
                Outputs = Named(recorded[(record.ActivityInstanceId, true)]),
                Incident = failed[record.ActivityInstanceId].FirstOrDefault(),
            }),
        ];
    }

    private static ActivityExecutionRecord New(JournalEntry entry) => new()
    {
        ActivityInstanceId = entry.ActivityInstanceId, ParentInstanceId = entry.ParentInstanceId, NodePath = entry.NodePath,
    };

    private static ActivityExecutionRecord Told(ActivityExecutionRecord record, JournalEntry entry) => entry.EventName switch
    {
        JournalEvents.Started => record with { StartedAt = entry.Time },
        JournalEvents.Suspended => record with { IsWaiting = true },
        JournalEvents.Resumed => record with { IsWaiting = false },
        JournalEvents.Completed => Ended(record, entry, ActivityStatus.Completed) with { Outcomes = entry.Outcomes },
        JournalEvents.Canceled => Ended(record, entry, ActivityStatus.Canceled),
        JournalEvents.Faulted => Ended(record, entry, ActivityStatus.Faulted) with { ExceptionType = entry.Message },
        _ => record,
    };

    private static ActivityExecutionRecord Ended(ActivityExecutionRecord record, JournalEntry entry, ActivityStatus status) =>
        record with { Status = status, CompletedAt = entry.Time, IsWaiting = false };

    /// <summary>The last value of each name.</summary>
    private static Dictionary<string, object?> Named(IEnumerable<RecordedValue> values)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var value in values) named[value.Name] = value.Value;
        return named;
    }
}
