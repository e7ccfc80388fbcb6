using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Instances;

/// <summary>What only one running instance may be.</summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="DefinitionId">One of this definition; null means of all.</param>
/// <param name="CorrelationId">One with this correlation id; null means with any or none.</param>
public sealed record Activation(string Organisation, string? DefinitionId, string? CorrelationId)
{
    /// <summary>How keys begin that hold only as long as the instance keeps its correlation id.</summary>
    public const string CorrelationPrefix = "correlation:";

    /// <summary>What the database lets one running instance hold at a time.</summary>
    public string Key =>
        (CorrelationId is null ? "definition:" : CorrelationPrefix) + JsonSerializer.Serialize((string?[])[Organisation, DefinitionId, CorrelationId]);

    /// <summary>What a workflow allows once only; null where it allows any number, or goes by a correlation id that there is not.</summary>
    /// <param name="correlationId">Of the instance; see <see cref="NeedsCorrelation"/>.</param>
    public static Activation? Of(WorkflowGraph graph, string organisation, string? correlationId) => graph.ActivationStrategy switch
    {
        ActivationStrategy.AllowAlways => null,
        ActivationStrategy.Singleton => new(organisation, graph.DefinitionId, null),
        ActivationStrategy.Correlation => correlationId is { Length: > 0 } ? new(organisation, null, correlationId) : null,
        ActivationStrategy.CorrelatedSingleton => correlationId is { Length: > 0 } ? new(organisation, graph.DefinitionId, correlationId) : null,
    };

    /// <summary>Can the workflow be started with a correlation id only?</summary>
    public static bool NeedsCorrelation(WorkflowGraph graph) =>
        graph.ActivationStrategy is ActivationStrategy.Correlation or ActivationStrategy.CorrelatedSingleton;
}
