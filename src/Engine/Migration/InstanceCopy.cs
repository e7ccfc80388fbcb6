using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Migration;

/// <summary>An instance without its runs, on another version.</summary>
internal static class InstanceCopy
{
    public static WorkflowInstance Of(WorkflowInstance former, WorkflowGraph graph)
    {
        var copy = new WorkflowInstance(former.Id, graph.DefinitionId, graph.VersionId, graph.Version, graph.Fingerprint)
        {
            Status = former.Status,
            SubStatus = former.SubStatus,
            CorrelationId = former.CorrelationId,
            Name = former.Name,
            TenantId = former.TenantId,
            ParentInstanceId = former.ParentInstanceId,
            ParentWaits = former.ParentWaits,
            Depth = former.Depth,
            Revision = former.Revision,
            CreatedAt = former.CreatedAt,
            UpdatedAt = former.UpdatedAt,
            FinishedAt = former.FinishedAt,
            IsPaused = former.IsPaused,
            OutputValues = new(former.OutputValues, StringComparer.Ordinal),
            InputValues = new(former.InputValues, StringComparer.Ordinal),
            LastActivity = former.LastActivity,
            LastBookmark = former.LastBookmark,
            LastJournal = former.LastJournal,
            SizeAtMost = long.MaxValue / 2,
        };
        copy.BookmarkList.AddRange(former.BookmarkList);
        copy.IncidentList.AddRange(former.IncidentList);
        copy.HeldList.AddRange(former.HeldList);
        return copy;
    }
}
