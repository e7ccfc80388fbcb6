namespace Bpm.Engine.Execution;

/// <summary>State of one run of an activity.</summary>
public enum ActivityStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}
