namespace Bpm.Engine.Execution;

/// <summary>Finer words for <see cref="WorkflowStatus"/>.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Made but never run.</summary>
    Pending,

    /// <summary>Inside a burst. Never stored.</summary>
    Executing,

    /// <summary>Waits for a bookmark or a timer, or stays open because of an incident.</summary>
    Suspended,

    /// <summary>Came to its end.</summary>
    Finished,

    /// <summary>Was cancelled from outside.</summary>
    Cancelled,

    /// <summary>Ended by an incident under the strategy Fault.</summary>
    Faulted,
}
