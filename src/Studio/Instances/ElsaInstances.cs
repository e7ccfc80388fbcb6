using Bpm.Application.Instances.Viewing;
using Bpm.Engine.Incidents;

namespace Bpm.Studio.Instances;

/// <summary>Instances in Elsa's shape.</summary>
internal static class ElsaInstances
{
    public static object Row(InstanceSummary row) => new
    {
        row.Id, row.DefinitionId, DefinitionVersionId = row.VersionId, row.Version, row.Status, row.SubStatus, row.CorrelationId, row.Name, row.IncidentCount,
        IsSystem = false, row.CreatedAt, row.UpdatedAt, row.FinishedAt,
    };

    public static object State(InstanceSummary row) => new { row.Status, WorkflowSubStatus = row.SubStatus, row.UpdatedAt };

    public static object Full(InstancePicture picture)
    {
        var instance = picture.Instance;
        return new
        {
            instance.Id, instance.DefinitionId, DefinitionVersionId = instance.VersionId, instance.Version, instance.Status, instance.SubStatus,
            instance.CorrelationId, instance.Name, IncidentCount = instance.Incidents.Count(incident => incident.IsOpen), IsSystem = false,
            instance.CreatedAt, instance.UpdatedAt, instance.FinishedAt, WorkflowState = Of(picture),
        };
    }

    /// <summary>Elsa's <c>workflowState</c>; without values, waits and incidents where the caller may not see them.</summary>
    public static object Of(InstancePicture picture)
    {
        var (instance, shows) = (picture.Instance, picture.ShowsAll);
        return new
        {
            instance.Id, instance.DefinitionId, DefinitionVersionId = instance.VersionId, DefinitionVersion = instance.Version, instance.CorrelationId,
            instance.ParentInstanceId, instance.Status, instance.SubStatus,
            Bookmarks = shows ? instance.Bookmarks.Select(bookmark => (object)new
            {
                bookmark.Id, bookmark.Name, bookmark.Hash, bookmark.Payload, ActivityId = instance.FindWaiting(bookmark.Id)?.Id,
                ActivityNodeId = instance.FindWaiting(bookmark.Id)?.Path, ActivityInstanceId = ElsaIds.Of(instance.Id, bookmark.ActivityInstanceId), bookmark.AutoBurn,
                CallbackMethodName = (string?)null, Metadata = new Dictionary<string, string>(), bookmark.DueAt,
            }).ToArray() : [],
            Incidents = shows ? instance.Incidents.OrderByDescending(incident => incident.IsOpen).Select(Incident).ToArray() : [],
            Fault = (object?)null,
            CompletionCallbacks = Array.Empty<object>(),
            ActivityExecutionContexts = Array.Empty<object>(),
            Input = shows ? instance.Input : new Dictionary<string, object?>(),
            Output = shows ? instance.Output : new Dictionary<string, object?>(),
            Properties = new Dictionary<string, object?>(),
            instance.CreatedAt, instance.UpdatedAt, instance.FinishedAt,
        };
    }

    private static object Incident(Incident incident) => new
    {
        incident.ActivityId, ActivityNodeId = incident.NodePath, incident.ActivityType, Message = incident.IsOpen ? incident.Text : $"（已处理）{incident.Text}",
        Exception = new { Type = incident.ExceptionType, incident.Message, StackTrace = (string?)null, InnerException = (object?)null }, Timestamp = incident.Time,
    };
}
