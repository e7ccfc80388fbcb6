using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Incidents that came up in a burst, and those that were dealt with in it.</summary>
internal static class IncidentCommands
{
    public static async Task WriteAsync(DatabaseSession session, Burst burst, string organisation)
    {
        var instance = burst.Instance;
        foreach (var incident in burst.Incidents)
        {
            await session.Commands.ExecuteAsync(
                """
                INSERT INTO "Incidents" ("InstanceId", "Organisation", "DefinitionId", "At", "ActivityId", "NodePath", "StepName", "ActivityType", "ActivityInstanceId",
                    "ExceptionType", "Message")
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
                """,
                instance.Id, organisation, instance.DefinitionId, incident.Time.UtcTicks, incident.ActivityId, incident.NodePath, incident.StepName,
                incident.ActivityType, (long)incident.ActivityInstanceId, incident.ExceptionType, incident.Text);
        }

        // After the new ones: one may come up and be dealt with in the same burst.
        foreach (var resolved in burst.ResolvedIncidents)
        {
            await session.Commands.ExecuteAsync(
                """
                UPDATE "Incidents" SET "ResolvedAt" = @p0, "Resolution" = @p1
                WHERE "InstanceId" = @p2 AND "ActivityInstanceId" = @p3 AND "ResolvedAt" IS NULL
                """,
                resolved.ResolvedAt!.Value.UtcTicks, resolved.Resolution.ToString(), instance.Id, (long)resolved.ActivityInstanceId);
        }
    }
}
