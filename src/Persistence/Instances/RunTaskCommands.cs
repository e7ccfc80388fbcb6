using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Work that a burst asked others for. It goes with the instance; whether it is still waited for, the bookmark says.</summary>
internal static class RunTaskCommands
{
    public static async Task WriteAsync(DatabaseSession session, Burst burst, string organisation)
    {
        var instance = burst.Instance;
        foreach (var task in burst.RequestedTasks)
        {
            await session.Commands.ExecuteAsync(
                """
                INSERT INTO "RunTasks" ("TaskId", "InstanceId", "Organisation", "Name", "Payload", "RequestedAt") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
                """,
                task.TaskId, instance.Id, organisation, task.TaskName, ValueSerializer.Write(task.Payload), instance.UpdatedAt.UtcTicks);
        }

        if (instance.IsEnded && !burst.IsNew)
            await session.Commands.ExecuteAsync("""DELETE FROM "RunTasks" WHERE "InstanceId" = @p0""", instance.Id);
    }
}
