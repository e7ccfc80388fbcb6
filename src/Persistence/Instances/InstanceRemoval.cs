using Bpm.Application.Instances;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Deletes the rows of an instance from every table that hangs on its id.</summary>
internal sealed class InstanceRemoval(DatabaseScope scope) : IInstanceRemoval
{
    private static readonly string[] _orders =
    [
        """DELETE FROM "Journal" WHERE "InstanceId" = @p0""",
        """DELETE FROM "Incidents" WHERE "InstanceId" = @p0""",
        """DELETE FROM "Bookmarks" WHERE "InstanceId" = @p0""",
        """DELETE FROM "RunTasks" WHERE "InstanceId" = @p0""",
        """DELETE FROM "HttpCalls" WHERE "InstanceId" = @p0""",
        """DELETE FROM "WorkflowInstances" WHERE "Id" = @p0""",
    ];

    public async Task RemoveAsync(string instanceId, CancellationToken cancellationToken)
    {
        foreach (var order in _orders)
            await scope.Write.Commands.ExecuteAsync(order, instanceId);
    }
}
