using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Instances;
using Bpm.Application.Pipeline;
using Bpm.Application.Triggers;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Takes a workflow of the caller's organisation out of use: nothing starts it any more, running instances go on.</summary>
[MayRun(Permission.DesignProcesses)]
public sealed record RetractDefinition(string DefinitionId) : ICommand<Done>;

public sealed class RetractDefinitionHandler(
    IDefinitionStore definitions, TriggerIndexer triggers, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RetractDefinition, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetractDefinition request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        if (await definitions.PublishedVersionIdAsync(request.DefinitionId, organisation, cancellationToken) is not { } versionId)
            return new WorkflowNotFound(request.DefinitionId);
        await definitions.RetractAsync(request.DefinitionId, cancellationToken);
        await triggers.RemoveAsync(request.DefinitionId, cancellationToken);
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), organisation, caller.Name, "definition.retracted", $"definition:{versionId}"));
        return default(Done);
    }
}
