using Bpm.Application.Instances;
using Bpm.Engine.Storage;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

internal sealed class RunTasks(DatabaseScope scope) : IRunTasks
{
    public async Task<string?> InstanceOfAsync(string taskId, string organisation, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Commands.Bind("""SELECT "InstanceId" FROM "RunTasks" WHERE "TaskId" = @p0 AND "Organisation" = @p1""", taskId, organisation)
            .ExecuteScalarAsync(cancellationToken) as string;
    }

    public async Task<IReadOnlyList<RunTask>> AllAsync(string organisation, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """
            SELECT "TaskId", "InstanceId", "Name", "Payload", "RequestedAt" FROM "RunTasks" WHERE "Organisation" = @p0 ORDER BY "RequestedAt", "TaskId"
            """,
            organisation);
        var tasks = new List<RunTask>();
        while (await row.ReadAsync(cancellationToken))
        {
            var payload = row.IsDBNull(3) ? null : ValueSerializer.Read(row.GetFieldValue<byte[]>(3));
            tasks.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), payload as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(),
                new(row.GetInt64(4), TimeSpan.Zero)));
        }

        return tasks;
    }

    public Task RemoveAsync(string taskId, CancellationToken cancellationToken) =>
        scope.Write.Commands.ExecuteAsync("""DELETE FROM "RunTasks" WHERE "TaskId" = @p0""", taskId);
}
