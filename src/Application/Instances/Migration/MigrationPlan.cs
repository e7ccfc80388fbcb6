namespace Bpm.Application.Instances.Migration;

/// <summary>What there is to decide before instances of one version go on with another one.</summary>
/// <param name="From">The version that they leave; null where no other version has open instances.</param>
/// <param name="To">The version that they are to go on with; null where there is none.</param>
/// <param name="Versions">All versions that were ever published, the newest first.</param>
/// <param name="Instances">Open instances of <paramref name="From"/>, the oldest first; at most <see cref="MigrationOrder.MostInstances"/>.</param>
/// <param name="OpenInstances">How many there are in all.</param>
/// <param name="Unmapped">Steps of <paramref name="From"/> without a counterpart: they matter where an instance stands there.</param>
/// <param name="Mapped">Steps with a counterpart.</param>
/// <param name="Problems">What is wrong with the map that was given.</param>
public sealed record MigrationPlan(
    string DefinitionId, string Name, int? From, int? To, IReadOnlyList<MigrationPlan.Version> Versions,
    IReadOnlyList<MigrationPlan.Instance> Instances, int OpenInstances,
    IReadOnlyList<MigrationPlan.Step> Unmapped, IReadOnlyList<MigrationPlan.Step> Mapped, IReadOnlyList<MigrationProblemView> Problems)
{
    /// <summary>A version to choose.</summary>
    /// <param name="Open">Instances that run on it.</param>
    public sealed record Version(int Number, bool IsPublished, DateTimeOffset PublishedAt, string? Note, int Open);

    /// <summary>An instance to choose, from its columns alone.</summary>
    /// <param name="Number">Number of its case, or its correlation id; null where it has none.</param>
    /// <param name="SubStatus">suspended, faulted.</param>
    public sealed record Instance(string Id, string? Number, string SubStatus, DateTimeOffset CreatedAt);

    /// <summary>A step and what it becomes.</summary>
    /// <param name="Path">Node path in the version that is left.</param>
    /// <param name="To">Node path of its counterpart, or null.</param>
    /// <param name="Options">What could be chosen for it; empty for a step that has its counterpart.</param>
    public sealed record Step(string Path, string Label, string Type, string? To, IReadOnlyList<Option> Options);

    /// <summary>A possible counterpart.</summary>
    public sealed record Option(string Path, string Label);
}
