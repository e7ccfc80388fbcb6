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

/// <summary>
/// Deletes a definition. Refused while instances run, while others use it, and for what the organisation's cases start with. Versions that finished
/// instances ran on are kept, out of the lists, so that those can still be looked at.
/// </summary>
[MayRun(Permission.DesignProcesses)]
public sealed record DeleteDefinition(string DefinitionId) : ICommand<Done>;

public sealed class DeleteDefinitionHandler(
    IDefinitionStore store, IInstanceQueries instances, DefinitionConsumers consumers, TriggerIndexer triggers, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<DeleteDefinition, Result<Done>>
{
    private const int Most = 1000;

    public async Task<Result<Done>> Handle(DeleteDefinition request, CancellationToken cancellationToken)
    {
        var organisation = caller.Member.Organisation;
        if (await store.FindLatestAsync(request.DefinitionId, cancellationToken) is not { } latest || latest.Organisation != organisation)
            return new DefinitionNotFound(request.DefinitionId);
        if (caller.Home.Profile.StartsCases(request.DefinitionId))
            return new DefinitionInUse($"“{latest.Name}”是本单位登记案件或例行工作要用的流程，不能删除；不再使用时请先停用。");
        var counts = await instances.CountAsync(request.DefinitionId, cancellationToken);
        if (counts.Values.Sum(count => count.Running) is > 0 and var running)
            return new DefinitionInUse($"“{latest.Name}”还有 {running} 个运行中的实例，不能删除；请等它们结束，或先停用。");
        if (await consumers.OfAsync(request.DefinitionId, organisation, cancellationToken) is { Count: > 0 } users)
            return new DefinitionInUse($"“{latest.Name}”是 {string.Join('、', users.Select(user => $"“{user.Name}”").Distinct())} 的公共环节，不能删除；请先从这些流程中移除。");
        await store.RetireAsync(request.DefinitionId, cancellationToken);
        await triggers.RemoveAsync(request.DefinitionId, cancellationToken);
        if (!await consumers.EverAsync(request.DefinitionId, organisation, cancellationToken))
            await RemoveAsync(organisation, request.DefinitionId, counts.Keys, cancellationToken);
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), organisation, caller.Name, "definition.deleted", $"definition:{request.DefinitionId}", latest.Name));
        return default(Done);
    }

    private async Task RemoveAsync(string organisation, string definitionId, IEnumerable<string> needed, CancellationToken cancellationToken)
    {
        var versions = await store.ListAsync(new(organisation, VersionChoice.AllVersions, [], [definitionId], null, null, false, 0, Most), cancellationToken);
        foreach (var version in versions.Items.ExceptBy(needed, version => version.Id))
            await store.RemoveAsync(version.Id, cancellationToken);
    }
}
