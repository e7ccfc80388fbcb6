namespace Bpm.Engine.Execution;

/// <summary>Limits of a burst.</summary>
public sealed record RunnerOptions
{
    /// <summary>
    /// Most activities that one burst may start, those of instances that run within it included. One more makes an incident in the
    /// container that wanted it. Default 20,000.
    /// </summary>
    public int MaxSteps { get; init; } = 20_000;

    /// <summary>Most instances that run within one another in one burst (activity ExecuteWorkflow). One more makes an incident. Default 32.</summary>
    public int MaxNesting { get; init; } = 32;

    /// <summary>
    /// Longest chain of instances that started one another, in whatever way and time (<see cref="WorkflowInstance.Depth"/>). One more makes
    /// an incident. Default 100.
    /// </summary>
    public int MaxChain { get; init; } = 100;

    /// <summary>
    /// Most bytes that the values of an instance (variables, inputs, outputs) may take together. A value that goes past it makes an incident
    /// in the activity that wanted to set it. Default 4,000,000.
    /// </summary>
    public long MaxStateBytes { get; init; } = 4_000_000;
}
