namespace Bpm.Domain.Notices;

/// <summary>Why somebody is told something.</summary>
public enum NoticeKind
{
    /// <summary>A clock nears its due time.</summary>
    Warning,

    /// <summary>A clock is due and not stopped.</summary>
    Overdue,

    /// <summary>A breach climbs to the next level.</summary>
    Escalation,

    /// <summary>Told by a step of the process.</summary>
    Information,

    /// <summary>抄送.</summary>
    Copy,

    /// <summary>催办.</summary>
    Reminder,
}
