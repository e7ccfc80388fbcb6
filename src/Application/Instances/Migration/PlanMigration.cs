using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Engine.Migration;
using MediatR;

namespace Bpm.Application.Instances.Migration;

/// <summary>Shows what there is to decide before instances are moved. Changes nothing.</summary>
/// <param name="From">Version number; null for the newest other version with open instances.</param>
/// <param name="To">Version number; null for the published version.</param>
/// <param name="Map">What has been said by hand so far: old node path to new node path.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record PlanMigration(string DefinitionId, int? From, int? To, IReadOnlyDictionary<string, string>? Map) : IQuery<MigrationPlan>;

public sealed class PlanMigrationHandler(MigrationDesk desk, IMediator mediator, IInstanceQueries instances, Caller caller)
    : IRequestHandler<PlanMigration, Result<MigrationPlan>>
{
    public async Task<Result<MigrationPlan>> Handle(PlanMigration request, CancellationToken cancellationToken)
    {
        var listed = await mediator.Send(new ListVersions(request.DefinitionId), cancellationToken);
        if (listed.IsRefused)
            return listed.Refusal;
        var organisation = caller.Member.Organisation;
        var open = await instances.CountOpenAsync(organisation, request.DefinitionId, cancellationToken);
        MigrationPlan.Version[] versions =
        [
            .. listed.Value.Items.Where(row => row.Version.PublishedAt is not null).Select(row => new MigrationPlan.Version(
                row.Version.Version, row.Version.IsPublished, row.Version.PublishedAt!.Value, row.Version.Note, open.GetValueOrDefault(row.Version.Id))),
        ];
        var to = request.To ?? (versions.FirstOrDefault(version => version.IsPublished) ?? versions.FirstOrDefault())?.Number;
        var from = request.From ?? versions.FirstOrDefault(version => version.Number != to && version.Open > 0)?.Number;
        var plan = new MigrationPlan(request.DefinitionId, listed.Value.Name, from, to, versions, [], 0, [], [], []);
        if (from is not { } left || to is not { } taken || left == taken)
            return plan;
        var map = await desk.MapAsync(request.DefinitionId, left, taken, request.Map, cancellationToken);
        if (map.IsRefused)
            return map.Refusal;
        var rows = await instances.OpenAsync(organisation, map.Value.From.VersionId, MigrationOrder.MostInstances, cancellationToken);
        var zone = caller.Home.Profile.Identity.Zone;
        return plan with
        {
            Instances = [.. rows.Select(row => new MigrationPlan.Instance(row.Id, row.CorrelationId, row.SubStatus, row.CreatedAt.In(zone)))],
            OpenInstances = open.GetValueOrDefault(map.Value.From.VersionId),
            Unmapped = [.. map.Value.Unmapped.Select(node => new MigrationPlan.Step(node.Path, node.Label, node.Type.Name, null, Options(map.Value, node)))],
            Mapped = [.. map.Value.From.Nodes.Skip(1).Where(node => map.Value.Of(node) is not null)
                .Select(node => new MigrationPlan.Step(node.Path, node.Label, node.Type.Name, map.Value.Of(node)!.Path, []))],
            Problems = MigrationDesk.Shown(map.Value.Problems),
        };
    }

    // What stands in a container can only go to the container's counterpart; where that is not known yet, all that fits is offered.
    private static MigrationPlan.Option[] Options(NodeMap map, ActivityNode node)
    {
        var parent = node.Parent is null ? null : map.Of(node.Parent);
        return
        [
            .. map.To.Nodes.Where(to => map.Former(to) is null && NodeMap.Fits(node, to) && (parent is null || to.Parent == parent))
                .Select(to => new MigrationPlan.Option(to.Path, to.Label)),
        ];
    }
}
