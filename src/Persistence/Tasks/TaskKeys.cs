using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bpm.Persistence.Tasks;

/// <summary>Keeps OpenTaskKeys in step with the tasks, in the same transaction.</summary>
internal static class TaskKeys
{
    /// <summary>Before the key of a person who may not have the task.</summary>
    public const string Not = "-";

    /// <summary>Stands in the order of lists for a task that is never due.</summary>
    public const long NeverDue = long.MaxValue;

    /// <summary>Tasks whose keys must be written anew; asked before EF saves and forgets what changed.</summary>
    public static List<(HumanTask Task, bool IsNew)> Changed(ChangeTracker tracker)
    {
        var changed = new List<(HumanTask, bool)>();
        foreach (var entry in tracker.Entries<HumanTask>())
        {
            if (entry.State == EntityState.Added)
                changed.Add((entry.Entity, true));
            else if (entry.State == EntityState.Modified && Matters(entry))
                changed.Add((entry.Entity, false));
        }

        return changed;
    }

    /// <summary>Writes the keys of changed tasks.</summary>
    public static async Task WriteAsync(DatabaseSession session, List<(HumanTask Task, bool IsNew)> changed)
    {
        foreach (var (task, isNew) in changed)
        {
            if (!isNew)
                await session.Commands.ExecuteAsync("""DELETE FROM "OpenTaskKeys" WHERE "TaskId" = @p0""", session.Key(task.Id));
            if (task.State != TaskState.Open && !(task.Relieved && task.IsActive))
                continue;
            foreach (var key in task.Candidates.Concat(NotFor(task).Select(Excluded)).Distinct())
            {
                await session.Commands.ExecuteAsync(
                    """
                    INSERT INTO "OpenTaskKeys" ("Organisation", "TaskKey", "DueAt", "OpenedAt", "TaskId", "CaseId", "Step")
                    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
                    """,
                    task.Organisation, key, task.DueAt?.UtcTicks ?? NeverDue, task.OpenedAt.UtcTicks, session.Key(task.Id), session.Key(task.CaseId), task.Step);
            }
        }
    }

    // Whoever holds a task that others may take over has it in the list of the own tasks already.
    private static IEnumerable<string> NotFor(HumanTask task) => task.Assignee is { } holder ? task.Excluded.Append(holder) : task.Excluded;

    /// <summary>The key under which tasks stand that a person may not have.</summary>
    public static string Excluded(string userName) => Not + userName;

    private static bool Matters(EntityEntry<HumanTask> entry) =>
        entry.Property(t => t.State).IsModified || entry.Property(t => t.Step).IsModified || entry.Property(t => t.DueAt).IsModified
        || entry.Property(t => t.Candidates).IsModified || entry.Property(t => t.Relieved).IsModified || entry.Property(t => t.Excluded).IsModified;
}
