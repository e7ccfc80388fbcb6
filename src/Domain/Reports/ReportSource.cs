namespace Bpm.Domain.Reports;

/// <summary>What the rows of a report are.</summary>
public enum ReportSource
{
    /// <summary>Call-backs logged (A §五.6), of a working day and the rest days after it.</summary>
    FollowUps,

    /// <summary>Limits that are missed and whose duty is still open (A §六.2), as of one minute; targets are left out.</summary>
    Overdue,

    /// <summary>Limits missed in a month (A §六.4), whether the duty was done since or not; targets are left out.</summary>
    Breaches,

    /// <summary>Replies of a month that training must speak of (A §六.3): late ones, and those that a check found wanting.</summary>
    WeakReplies,
}
