namespace Bpm.Engine.Definitions;

/// <summary>
/// How many instances of a workflow may run at a time. Chosen by the definition's <c>options.activationStrategyType</c>; whoever starts
/// instances holds to it, for only the store knows what runs.
/// </summary>
public enum ActivationStrategy
{
    /// <summary>Any number. The default.</summary>
    AllowAlways,

    /// <summary>One of the definition, whatever its version.</summary>
    Singleton,

    /// <summary>One of all definitions for a correlation id, which must be given.</summary>
    Correlation,

    /// <summary>One of the definition for a correlation id, which must be given.</summary>
    CorrelatedSingleton,
}
