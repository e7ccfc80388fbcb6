using Bpm.Engine.Definitions;

namespace Bpm.Engine.Execution;

/// <summary>
/// A host object (see <see cref="ActivityContext.Host{T}"/>) of a burst in which other instances may be started: it says which object those get.
/// Where the host object is none of this kind, they get none.
/// </summary>
public interface IParentHost
{
    /// <summary>The host object for an instance that is started within the burst, or null.</summary>
    object? ForChild(WorkflowGraph graph, StartOptions options);
}
