namespace Bpm.Domain.Regulations;

/// <summary>How "n working days" is counted. A rule that says nothing uses the first.</summary>
public enum Reading
{
    /// <summary>The start's day does not count; due at office close on the n-th working day after it.</summary>
    EndOfNextWorkingDay,

    /// <summary>The start's day does not count; due at the start's time of day on the n-th working day after it.</summary>
    SameTimeNextWorkingDay,

    /// <summary>Only office hours count; one working day is one whole office day.</summary>
    WorkingHours,
}
