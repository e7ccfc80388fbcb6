namespace Bpm.Application.Instances.Watching;

/// <summary>For a program without an audience, such as the command line.</summary>
public sealed class NobodyWatches : IInstanceWatch
{
    /// <inheritdoc/>
    public bool IsWatched(string instanceId) => false;

    /// <inheritdoc/>
    public void Changed(string instanceId)
    {
    }
}
