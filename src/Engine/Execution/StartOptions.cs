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

    /// <summary>Name shown in lists; the activity SetName changes it. May be null.</summary>
    public string? Name { get; init; }

    /// <summary>Whose instance it is: only definitions and instances of the same tenant hear each other. The organisation's code; null in tests.</summary>
    public string? TenantId { get; init; }

    /// <summary>The instance that started this one, or null.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Does the parent wait for this instance's end?</summary>
    public bool ParentWaits { get; init; }

    /// <summary>How many instances stand above it: each starts the next, so a chain that grows without end can be stopped.</summary>
    public int Depth { get; init; }

    /// <summary>The trigger that starts it, or null where somebody starts it by hand.</summary>
    public StartTrigger? Trigger { get; init; }
}
