using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Http;

namespace Bpm.Workflows.Instances;

/// <summary>
/// Host object of a burst of an instance that is no case: whose it is, and what the burst leaves for the caller to store or answer.
/// Plain objects in memory; one scope serves one burst and is not thread-safe.
/// </summary>
public sealed class InstanceScope : IHttpReply, IParentHost
{
    /// <summary>Organisation code.</summary>
    public required string TenantId { get; init; }

    /// <summary>Business time of the burst.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <inheritdoc/>
    public HttpReplySlot? Reply { get; set; }

    /// <summary>A child has the same organisation, moment and request to answer.</summary>
    public object ForChild(WorkflowGraph graph, StartOptions options) => this;
}
