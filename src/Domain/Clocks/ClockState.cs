namespace Bpm.Domain.Clocks;

/// <summary>State of a clock.</summary>
public enum ClockState
{
    /// <summary>Time runs.</summary>
    Running,

    /// <summary>Time stands; resumes with what was left.</summary>
    Paused,

    /// <summary>Stopped in time.</summary>
    Met,

    /// <summary>Due passed; stays so, with an end once the duty is done late.</summary>
    Breached,

    /// <summary>Another clock took its place.</summary>
    Superseded,

    /// <summary>The case ended first.</summary>
    Cancelled,
}
