namespace Bpm.Application.Instances;

/// <summary>Lists of instances, read from their columns alone.</summary>
public interface IInstanceQueries
{
    /// <summary>A page of instances, newest first; moments in UTC.</summary>
    Task<Page<InstanceRow>> ListAsync(InstanceFilter filter, CancellationToken cancellationToken);

    /// <summary>How many instances run on each version of a definition and how many have finished, by version id; versions without any are not in it.</summary>
    Task<IReadOnlyDictionary<string, (int Running, int Finished)>> CountAsync(string definitionId, CancellationToken cancellationToken);
}
