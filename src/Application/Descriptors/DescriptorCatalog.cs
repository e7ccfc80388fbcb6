using System.Collections.Concurrent;
using System.Globalization;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Descriptors;

/// <summary>
/// Keeps the descriptors of each organisation and makes them anew when a definition, or what is in force for the organisation, changed.
/// A version is read once; asking costs one look at the versions' stamps.
/// </summary>
public sealed class DescriptorCatalog(ActivityRegistry registry)
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly VersionReader _reader = new(registry);

    /// <summary>The set that is in force now.</summary>
    public async Task<ActivityDescriptorSet> GetAsync(
        Installed home, IVersionStamps stamps, IDefinitionStore definitions, CancellationToken cancellationToken)
    {
        var now = await stamps.ListAsync(home.Code, cancellationToken);
        var kept = _kept.GetValueOrDefault(home.Code);
        if (kept is not null && ReferenceEquals(kept.Home, home) && kept.Stamps.SequenceEqual(now))
            return kept.Set;
        var known = kept?.Stamps.Zip(kept.Uses).ToDictionary(pair => (pair.First.Id, pair.First.Content), pair => pair.Second) ?? [];
        var uses = new List<VersionUse>(now.Count);
        foreach (var stamp in now)
            uses.Add(known.GetValueOrDefault((stamp.Id, stamp.Content)) ?? await ReadAsync(stamp, definitions, cancellationToken));
        var steps = uses.SelectMany(use => use.Steps).DistinctBy(step => step.Value).OrderBy(step => step.Value, StringComparer.Ordinal).ToList();
        var set = new ActivityDescriptorSet(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), Describe(now, uses))
        {
            Lists = new(home, steps),
            ValuesInUse = uses.SelectMany(use => use.Values).Where(value => value.Value.Length > 0).Distinct().ToLookup(value => (value.TypeName, value.Input), value => value.Value),
        };
        _kept[home.Code] = new(home, now, uses, set);
        return set;
    }

    private async Task<VersionUse> ReadAsync(VersionStamp stamp, IDefinitionStore definitions, CancellationToken cancellationToken) =>
        _reader.Read(WorkflowDefinition.Parse((await definitions.FindVersionAsync(stamp.Id, cancellationToken))!.Json));

    private ActivityDescriptor[] Describe(IReadOnlyList<VersionStamp> stamps, List<VersionUse> uses)
    {
        var described = new Dictionary<(string, int), ActivityDescriptor>();
        foreach (var type in registry.Types)
            described[(type.Name, type.Descriptor.Version)] = type.Descriptor;
        Add(described, DescriptorsOfUnknown.NotFound);
        var children = Children(stamps, uses);
        // The published ones first: two workflows may have the same name.
        foreach (var (child, use) in children.Values.Zip(uses).Where(pair => pair.Second.IsUsable).OrderByDescending(pair => pair.First.IsBrowsable))
            Add(described, child);
        foreach (var node in uses.SelectMany(use => use.Nodes).Distinct().Where(node => !described.ContainsKey((node.TypeName, node.Version))))
            Add(described, OfNode(node, children));
        return [.. described.Values];
    }

    private static void Add(Dictionary<(string, int), ActivityDescriptor> described, ActivityDescriptor descriptor) =>
        described.TryAdd((descriptor.TypeName, descriptor.Version), descriptor);

    /// <summary>Every version as an activity, by its id; the published one is offered, and all name it as the newest.</summary>
    private static Dictionary<string, ActivityDescriptor> Children(IReadOnlyList<VersionStamp> stamps, List<VersionUse> uses)
    {
        var published = stamps.Where(stamp => stamp.IsPublished).ToDictionary(stamp => stamp.DefinitionId);
        var children = new Dictionary<string, ActivityDescriptor>();
        foreach (var (stamp, use) in stamps.Zip(uses))
        {
            var latest = published.GetValueOrDefault(stamp.DefinitionId) ?? stamp;
            children.Add(stamp.Id, use.Self with
            {
                IsBrowsable = stamp.IsPublished && use.IsUsable,
                ConstructionProperties = new Dictionary<string, object>(use.Self.ConstructionProperties)
                {
                    ["latestAvailablePublishedVersion"] = latest.Version,
                    ["latestAvailablePublishedVersionId"] = latest.Id,
                },
            });
        }

        return children;
    }

    /// <summary>What a node means whose type and version nothing offers: an older version of a type, a workflow by another name, or nothing.</summary>
    private ActivityDescriptor OfNode(NodeUse node, Dictionary<string, ActivityDescriptor> children)
    {
        var meant = registry.Find(node.TypeName)?.Descriptor
            ?? (node.ChildVersionId is { } id ? children.GetValueOrDefault(id) : null)
            ?? children.Values.LastOrDefault(child => child.CustomProperties["WorkflowDefinitionId"].Equals(node.ChildDefinitionId))
            ?? (node.ChildDefinitionId is null ? children.Values.LastOrDefault(child => child.TypeName == node.TypeName) : null);
        return meant is null
            ? DescriptorsOfUnknown.Of(node.TypeName, node.Version)
            : meant with { TypeName = node.TypeName, Version = node.Version, IsBrowsable = false };
    }

    private sealed record Kept(Installed Home, IReadOnlyList<VersionStamp> Stamps, IReadOnlyList<VersionUse> Uses, ActivityDescriptorSet Set);
}
