using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Workflows.Cases;

/// <summary>Which steps of a case its process can go back to.</summary>
public static class CaseReturns
{
    /// <summary>
    /// The tasks that were completed before and can be done over from one that waits now: the last one of each step, the latest first.
    /// </summary>
    /// <param name="from">The task that waits.</param>
    public static IReadOnlyList<HumanTask> Of(WorkflowGraph graph, WorkflowInstance instance, Case complaint, HumanTask from)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(from);
        if (!complaint.IsOpen || from is not { IsActive: true, BookmarkId: { } bookmark })
            return [];
        return
        [
            .. complaint.Tasks.Where(task => task.State == TaskState.Completed && task.NodePath is not null && task.NodePath != from.NodePath)
                .GroupBy(task => task.Step)
                .Select(step => step.MaxBy(task => (task.CompletedAt, task.Ordinal))!)
                .Where(task => WorkflowRunner.CanGoBack(graph, instance, bookmark, task.NodePath!))
                .OrderByDescending(task => (task.CompletedAt, task.Ordinal)),
        ];
    }
}
