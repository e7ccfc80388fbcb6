using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Definitions;
using MediatR;

namespace Bpm.Application.Definitions.Drafts;

/// <summary>Makes a new draft that says what an older version said. A draft that is there already stays in the version list.</summary>
[MayRun(Permission.DesignProcesses)]
public sealed record RevertDefinition(string DefinitionId, int Version) : ICommand<DefinitionRecord>;

public sealed class RevertDefinitionHandler(IDefinitionStore store, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RevertDefinition, Result<DefinitionRecord>>
{
    public async Task<Result<DefinitionRecord>> Handle(RevertDefinition request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        if (await store.FindVersionAsync(request.DefinitionId, request.Version, cancellationToken) is not { } old || old.Organisation != organisation)
            return new DefinitionNotFound($"{request.DefinitionId}（版本 {request.Version}）");
        var latest = await store.FindLatestAsync(request.DefinitionId, cancellationToken);
        if (latest is not null && DefinitionContent.Same(WorkflowDefinition.Parse(latest.Json), WorkflowDefinition.Parse(old.Json)))
            return latest;
        var version = (await store.LastNumberAsync(request.DefinitionId, cancellationToken)).Version + 1;
        var definition = WorkflowDefinition.Parse(old.Json).With($"{request.DefinitionId}-v{version}", version, isLatest: true, isPublished: false);
        var now = clock.GetUtcNow();
        var record = new DefinitionRecord(
            definition.Id, definition.DefinitionId, organisation, version, definition.Name, true, false, now, caller.Name, $"恢复自版本 {old.Version}", definition.ToJson())
        {
            Description = definition.Description, Revision = (latest?.Revision ?? old.Revision) + 1,
        };
        await store.AddAsync(record, cancellationToken);
        audit.Append(AuditEntry.Record(now, organisation, caller.Name, "definition.reverted", $"definition:{record.Id}", $"v{old.Version}"));
        return record;
    }
}
