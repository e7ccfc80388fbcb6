namespace Bpm.Application.Instances.Viewing;

/// <summary>Questions about instances that their columns alone answer.</summary>
public interface IInstanceSearches
{
    /// <summary>A page; moments in UTC.</summary>
    Task<Page<InstanceSummary>> FindAsync(string organisation, InstanceSearch search, CancellationToken cancellationToken);

    /// <summary>One instance of an organisation, or null.</summary>
    Task<InstanceSummary?> FindAsync(string organisation, string instanceId, CancellationToken cancellationToken);

    /// <summary>Ids of running instances, oldest first.</summary>
    /// <param name="versionId">Of this version only; null for all.</param>
    Task<IReadOnlyList<string>> RunningAsync(string organisation, string? definitionId, string? versionId, int most, CancellationToken cancellationToken);
}
