using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Instances;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Deletes one version that nothing needs: not published, no instance ever ran on it, no other definition is pinned to it.</summary>
/// <param name="Id">Version id.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record DeleteDefinitionVersion(string Id) : ICommand<Done>;

public sealed class DeleteDefinitionVersionHandler(
    IDefinitionStore store, IInstanceQueries instances, DefinitionConsumers consumers, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<DeleteDefinitionVersion, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteDefinitionVersion request, CancellationToken cancellationToken)
    {
        if (await store.FindVersionAsync(request.Id, cancellationToken) is not { } version || version.Organisation != caller.Member.Organisation)
            return new DefinitionNotFound(request.Id);
        if (version.IsPublished)
            return new DefinitionInUse($"版本 {version.Version} 正在使用，不能删除；请先停用。");
        if (!version.IsDraft && (await instances.CountAsync(version.DefinitionId, cancellationToken)).ContainsKey(version.Id))
            return new DefinitionInUse($"有案件在版本 {version.Version} 上办理过，须保留备查，不能删除。");
        if (!version.IsDraft && await consumers.OfVersionAsync(version, cancellationToken))
            return new DefinitionInUse($"其他流程曾用到版本 {version.Version}，须保留，不能删除。");
        await store.RemoveAsync(version.Id, cancellationToken);
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), version.Organisation, caller.Name, "definition.version-deleted", $"definition:{version.Id}", version.Name));
        return default(Done);
    }
}
