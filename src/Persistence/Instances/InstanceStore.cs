using Bpm.Application.Due;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;
using Bpm.Persistence.Due;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Instances with prepared commands, in the transaction of the scope: EF would cost more than the burst itself.</summary>
internal sealed class InstanceStore(DatabaseScope scope) : IInstanceStore
{
    public async Task<WorkflowInstance?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync("""SELECT "State", "Organisation" FROM "WorkflowInstances" WHERE "Id" = @p0""", id);
        if (!await row.ReadAsync(cancellationToken))
            return null;
        try
        {
            return InstanceSerializer.Read(row.GetFieldValue<byte[]>(0), row.GetString(1));
        }
        catch (InvalidStateException e)
        {
            throw new InvalidStateException($"流程实例 {id}：{e.Message}", e) { InstanceId = id };
        }
    }

    public async Task CommitAsync(Burst burst, CancellationToken cancellationToken)
    {
        if (!burst.Changed)
            return;
        foreach (var child in burst.Children)
            await CommitAsync(child, cancellationToken);
        var session = scope.Write;
        var (id, organisation) = (burst.Instance.Id, burst.Instance.TenantId ?? "");
        await WriteStateAsync(session, burst, organisation);
        await ActivationCommands.WriteAsync(session, burst);
        await BookmarkCommands.WriteAsync(session, burst, organisation);
        foreach (var timer in burst.RemovedTimerIds)
            await DueCommands.RemoveAsync(session, DueKind.Timer, id, timer);
        foreach (var timer in burst.AddedTimers)
            await DueCommands.AddAsync(session, DueKind.Timer, organisation, id, timer.BookmarkId, timer.DueAt, null);
        await StimulusCommands.WriteAsync(session, burst, organisation);
        await DispatchCommands.WriteAsync(session, burst, organisation);
        await RunTaskCommands.WriteAsync(session, burst, organisation);
        await JournalCommands.WriteAsync(session, burst);
        await IncidentCommands.WriteAsync(session, burst, organisation);
    }

    public async Task<IReadOnlyList<BookmarkMatch>> MatchAsync(string hash, string? tenantId, string? correlationId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await BookmarkCommands.MatchAsync(session, hash, tenantId ?? "", correlationId, cancellationToken);
    }

    private static async Task WriteStateAsync(DatabaseSession session, Burst burst, string organisation)
    {
        var (instance, state) = (burst.Instance, InstanceSerializer.Write(burst.Instance));
        var (finished, open) = (instance.FinishedAt?.UtcTicks, (long)instance.Incidents.Count(incident => incident.IsOpen));
        var changed = burst.IsNew
            ? await session.Commands.ExecuteAsync(
                """
                INSERT INTO "WorkflowInstances" ("Id", "Organisation", "DefinitionId", "VersionId", "Version", "Status", "SubStatus",
                    "CorrelationId", "Revision", "CreatedAt", "UpdatedAt", "State", "Name", "FinishedAt", "IncidentCount")
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14) ON CONFLICT DO NOTHING
                """,
                instance.Id, organisation, instance.DefinitionId, instance.VersionId, (long)instance.Version, instance.Status.ToString(),
                instance.SubStatus.ToString(), instance.CorrelationId, instance.Revision, instance.CreatedAt.UtcTicks,
                instance.UpdatedAt.UtcTicks, state, instance.Name, finished, open)
            : await session.Commands.ExecuteAsync(
                """
                UPDATE "WorkflowInstances"
                SET "Status" = @p0, "SubStatus" = @p1, "CorrelationId" = @p2, "Revision" = @p3, "UpdatedAt" = @p4, "State" = @p5,
                    "VersionId" = @p8, "Version" = @p9, "Name" = @p10, "FinishedAt" = @p11, "IncidentCount" = @p12
                WHERE "Id" = @p6 AND "Revision" = @p7
                """,
                instance.Status.ToString(), instance.SubStatus.ToString(), instance.CorrelationId, instance.Revision,
                instance.UpdatedAt.UtcTicks, state, instance.Id, burst.ExpectedRevision, instance.VersionId, (long)instance.Version,
                instance.Name, finished, open);
        if (changed == 0)
            throw new ConcurrencyConflictException(instance.Id, burst.ExpectedRevision);
    }
}
