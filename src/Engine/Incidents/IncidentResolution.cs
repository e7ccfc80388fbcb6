namespace Bpm.Engine.Incidents;

/// <summary>How an incident was dealt with.</summary>
public enum IncidentResolution
{
    /// <summary>The activity ran again.</summary>
    Retried,

    /// <summary>The activity was taken as completed.</summary>
    Skipped,

    /// <summary>The activity's container ended and took the failed run with it.</summary>
    Canceled,
}
