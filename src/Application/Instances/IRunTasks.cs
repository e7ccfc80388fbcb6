namespace Bpm.Application.Instances;

/// <summary>Work that instances asked others for (activity RunTask). Written with the burst that asks.</summary>
public interface IRunTasks
{
    /// <summary>The instance of this organisation that asked for a task, or null.</summary>
    Task<string?> InstanceOfAsync(string taskId, string organisation, CancellationToken cancellationToken);

    /// <summary>Tasks of an organisation, oldest first; among them such as nobody waits for any more.</summary>
    Task<IReadOnlyList<RunTask>> AllAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>Removes a task that was done.</summary>
    Task RemoveAsync(string taskId, CancellationToken cancellationToken);
}
