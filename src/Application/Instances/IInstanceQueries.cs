namespace Bpm.Application.Instances;

/// <summary>Lists of instances, read from their columns alone.</summary>
public interface IInstanceQueries
{
    /// <summary>A page of instances, newest first; moments in UTC.</summary>
    Task<Page<InstanceRow>> ListAsync(InstanceFilter filter, CancellationToken cancellationToken);
}
