using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Instances.Migration;

/// <summary>Moves one instance to another version, in a transaction of its own. Tasks, clocks and due times stay as they are.</summary>
/// <param name="From">Version number.</param>
/// <param name="To">Version number.</param>
/// <param name="Reason">Required; for the audit trail.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record MigrateInstance(
    string InstanceId, string DefinitionId, int From, int To, IReadOnlyDictionary<string, string>? Map, string Reason) : ICommand<MigrationOutcome>;

public sealed class MigrateInstanceHandler(MigrationDesk desk, BurstKeeper bursts, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<MigrateInstance, Result<MigrationOutcome>>
{
    public async Task<Result<MigrationOutcome>> Handle(MigrateInstance request, CancellationToken cancellationToken)
    {
        var map = await desk.MapAsync(request.DefinitionId, request.From, request.To, request.Map, cancellationToken);
        if (map.IsRefused)
            return map.Refusal;
        var tried = await desk.TryAsync(map.Value, request.InstanceId, cancellationToken);
        if (tried.IsRefused)
            return tried.Refusal;
        var (complaint, burst) = tried.Value;
        var target = map.Value.To;
        if (burst.Changed)
        {
            await bursts.KeepAsync(burst, cancellationToken);
            complaint?.MoveWorkflow(request.InstanceId, target.VersionId, target.Version);
            audit.Append(AuditEntry.Record(
                clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "instance.migrated", $"instance:{request.InstanceId}",
                $"v{map.Value.From.Version} → v{target.Version} {request.Reason}", complaint?.Id));
        }

        return MigrationDesk.Outcome(request.InstanceId, tried, MigrationOutcome.Moved);
    }
}
