namespace Bpm.Application.Instances;

/// <summary>Lists of instances, read from their columns alone.</summary>
public interface IInstanceQueries
{
    /// <summary>A page of instances, newest first; moments in UTC.</summary>
    Task<Page<InstanceRow>> ListAsync(InstanceFilter filter, CancellationToken cancellationToken);

    /// <summary>How many instances run on each version of a definition and how many have finished, by version id; versions without any are not in it.</summary>
    Task<IReadOnlyDictionary<string, (int Running, int Finished)>> CountAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>How many instances on each version of an organisation's definition have something to go on with: running ones, and those that ended by a fault. By version id.</summary>
    Task<IReadOnlyDictionary<string, int>> CountOpenAsync(string organisation, string definitionId, CancellationToken cancellationToken);

    /// <summary>Such instances of one version, the oldest first; moments in UTC.</summary>
    Task<IReadOnlyList<InstanceRow>> OpenAsync(string organisation, string versionId, int most, CancellationToken cancellationToken);
}
