namespace Bpm.Engine.Execution;

/// <summary>Limits of a burst.</summary>
public sealed record RunnerOptions
{
    /// <summary>Most activities that one burst may start. One more makes an incident in the container that wanted it. Default 20,000.</summary>
    public int MaxSteps { get; init; } = 20_000;
}
