namespace Bpm.Application.Instances;

/// <summary>Takes ended instances out of the database.</summary>
public interface IInstanceRemoval
{
    /// <summary>Removes an instance with its journal, incidents and sent requests, in the running transaction.</summary>
    Task RemoveAsync(string instanceId, CancellationToken cancellationToken);
}
