namespace Bpm.Engine.Incidents;

/// <summary>What a workflow does after an activity failed. Chosen by the definition's <c>options.incidentStrategyType</c>.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance ends with substatus Faulted. The default.</summary>
    Fault,

    /// <summary>Other branches go on; the container of the failed activity stays open.</summary>
    ContinueWithIncidents,
}
