using Bpm.Engine.Execution;

namespace Bpm.Application.Instances;

/// <summary>A workflow instance.</summary>
/// <param name="Status">running or finished; a faulted or cancelled instance is finished, as in Elsa.</param>
/// <param name="SubStatus">suspended, finished, cancelled, faulted.</param>
/// <param name="Case">Number of the case that it handles, or null.</param>
/// <param name="ParentInstanceId">The instance that started it, or null.</param>
/// <param name="Bookmarks">What it waits for; null where the caller may not see it.</param>
/// <param name="Incidents">What went wrong; null where the caller may not see it.</param>
public sealed record InstanceView(
    string Id, string DefinitionId, string VersionId, int Version, string? Name, string? CorrelationId, string? ParentInstanceId, string? Case,
    string Status, string SubStatus, bool IsPaused, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt,
    IReadOnlyDictionary<string, object?>? Input, IReadOnlyDictionary<string, object?>? Output,
    IReadOnlyList<InstanceView.BookmarkView>? Bookmarks, IReadOnlyList<InstanceView.IncidentView>? Incidents)
{
    /// <summary>A place where the instance waits.</summary>
    /// <param name="DueAt">For a timer; else null.</param>
    public sealed record BookmarkView(string Id, string Name, string? Payload, DateTimeOffset? DueAt);

    /// <summary>An open incident.</summary>
    /// <param name="ActivityInstanceId">The failed run, to retry or skip it.</param>
    public sealed record IncidentView(string ActivityId, string NodePath, int ActivityInstanceId, string Message, DateTimeOffset At);

    /// <summary>Shows an instance.</summary>
    /// <param name="zone">Of the organisation.</param>
    /// <param name="number">Of its case, or null.</param>
    /// <param name="values">Show what tells how far it is, and its values, too?</param>
    public static InstanceView Of(WorkflowInstance instance, TimeZoneInfo zone, string? number, bool values) => new(
        instance.Id, instance.DefinitionId, instance.VersionId, instance.Version, instance.Name, instance.CorrelationId, instance.ParentInstanceId,
        number, Code(instance.Status), Code(instance.SubStatus), instance.IsPaused, instance.CreatedAt.In(zone), instance.UpdatedAt.In(zone),
        instance.FinishedAt.In(zone),
        values ? instance.Input : null,
        values ? instance.Output : null,
        values ? [.. instance.Bookmarks.Select(b => new BookmarkView(b.Id, b.Name, b.Payload, b.DueAt.In(zone)))] : null,
        values ? [.. instance.Incidents.Where(i => i.IsOpen).Select(i => new IncidentView(i.ActivityId, i.NodePath, i.ActivityInstanceId, i.Message, i.Time.In(zone)))] : null);

    private static string Code<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
