namespace Bpm.Engine.Execution;

/// <summary>An instance to be started after this burst is stored, as a burst of its own.</summary>
/// <param name="InstanceId">Id that the new instance gets; starting it twice is starting it once.</param>
/// <param name="DefinitionId">The published version of this definition is run.</param>
/// <param name="CorrelationId">Of the new instance, or null.</param>
/// <param name="Input">Inputs by name: null, text, number, bool, moment, list or dictionary.</param>
/// <param name="ParentWaits">Is its end to be told to the instance that dispatched it?</param>
/// <param name="Depth">See <see cref="StartOptions.Depth"/>.</param>
public sealed record WorkflowDispatch(
    string InstanceId, string DefinitionId, string? CorrelationId, IReadOnlyDictionary<string, object?> Input, bool ParentWaits, int Depth);
