namespace Bpm.Engine.Execution;

/// <summary>How a new instance begins.</summary>
public sealed record StartOptions
{
    /// <summary>Id of the new instance; made by the runner (UUID version 7, 32 hex digits) where null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Groups instances; a case's id, for example.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Values of the workflow's inputs by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();
}
