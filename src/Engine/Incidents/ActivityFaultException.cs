namespace Bpm.Engine.Incidents;

/// <summary>An activity could not do its work. Thrown inside a burst, where it becomes an <see cref="Incident"/>; it never leaves the burst.</summary>
public sealed class ActivityFaultException : WorkflowException
{
    public ActivityFaultException(string message, Exception? inner = null) : base(message, inner) { }

    /// <summary>Stable code given by the definition's author (activity Fault), or null.</summary>
    public string? Code { get; init; }

    /// <summary>Family of the fault, for example <c>HTTP</c>, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Kind of the fault: System, Business, Integration; or null.</summary>
    public string? FaultType { get; init; }
}
