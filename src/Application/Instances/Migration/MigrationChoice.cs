using Bpm.Application.Access;
using Bpm.Engine.Migration;

namespace Bpm.Application.Instances.Migration;

/// <summary>Which instances an order means.</summary>
public sealed class MigrationChoice(IInstanceQueries instances, Caller caller)
{
    /// <summary>Their ids, and how many open instances of the version an order for all of them leaves out.</summary>
    public async Task<(IReadOnlyList<string> Ids, int Remaining)> OfAsync(MigrationOrder order, NodeMap map, CancellationToken cancellationToken)
    {
        if (order.Instances is { } chosen)
            return ([.. chosen.Select(id => id?.Trim() ?? "").Distinct()], 0);
        var organisation = caller.Member.Organisation;
        var rows = await instances.OpenAsync(organisation, map.From.VersionId, MigrationOrder.MostInstances, cancellationToken);
        var open = await instances.CountOpenAsync(organisation, order.DefinitionId, cancellationToken);
        return ([.. rows.Select(row => row.Id)], Math.Max(0, open.GetValueOrDefault(map.From.VersionId) - rows.Count));
    }
}
