using Bpm.Application.Definitions;

namespace Bpm.Persistence.Definitions;

/// <summary>Lists of definitions as queries.</summary>
internal static class DefinitionLists
{
    public static IQueryable<DefinitionRecord> Wanted(IQueryable<DefinitionRecord> all, DefinitionFilter filter)
    {
        var wanted = all.Where(d => d.Organisation == filter.Organisation);
        wanted = filter.Versions switch
        {
            VersionChoice.AllVersions => wanted,
            VersionChoice.Latest => wanted.Where(d => d.IsLatest),
            VersionChoice.Published => wanted.Where(d => d.IsPublished),
            VersionChoice.LatestOrPublished => wanted.Where(d => d.IsLatest || d.IsPublished),
            VersionChoice.LatestAndPublished => wanted.Where(d => d.IsLatest && d.IsPublished),
            VersionChoice.Draft => wanted.Where(d => d.IsLatest && d.PublishedAt == null),
        };
        if (filter.Ids.Count > 0)
            wanted = wanted.Where(d => filter.Ids.Contains(d.Id));
        if (filter.DefinitionIds.Count > 0)
            wanted = wanted.Where(d => filter.DefinitionIds.Contains(d.DefinitionId));
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = filter.Search.Trim();
            wanted = wanted.Where(d => d.Name.Contains(text) || d.Description.Contains(text) || d.DefinitionId.Contains(text));
        }

        return wanted;
    }

    public static IQueryable<DefinitionRecord> Ordered(IQueryable<DefinitionRecord> wanted, DefinitionFilter filter) => (filter.OrderBy, filter.Descending) switch
    {
        (DefinitionOrder.Version, false) => wanted.OrderBy(d => d.Version).ThenBy(d => d.DefinitionId),
        (DefinitionOrder.Version, true) => wanted.OrderByDescending(d => d.Version).ThenBy(d => d.DefinitionId),
        (DefinitionOrder.Created, false) => wanted.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id),
        (DefinitionOrder.Created, true) => wanted.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id),
        (_, true) => wanted.OrderByDescending(d => d.Name).ThenByDescending(d => d.Version),
        _ => wanted.OrderBy(d => d.Name).ThenBy(d => d.Version),
    };
}
