using Bpm.Application.Instances;
using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>What an instance holds for itself alone.</summary>
internal static class ActivationCommands
{
    /// <summary>An instance with another correlation id than it began with holds its first one no longer.</summary>
    public static async Task WriteAsync(DatabaseSession session, Burst burst)
    {
        if (burst is not { CorrelationChanged: true, IsNew: false })
            return;
        await session.Commands.ExecuteAsync(
            """UPDATE "WorkflowInstances" SET "ActivationKey" = NULL WHERE "Id" = @p0 AND "ActivationKey" LIKE @p1 """,
            burst.Instance.Id, Activation.CorrelationPrefix + "%");
    }
}
