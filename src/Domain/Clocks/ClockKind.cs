namespace Bpm.Domain.Clocks;

/// <summary>How a clock's time runs.</summary>
public enum ClockKind
{
    /// <summary>By the wall: nights, weekends and holidays count.</summary>
    Wall,

    /// <summary>Whole working days; the day of the start does not count.</summary>
    WorkingDay,

    /// <summary>Office hours only.</summary>
    WorkingHours,

    /// <summary>By the wall; the duty passes to the next shift with the same due time, or may be capped at the shift's end.</summary>
    Shift,

    /// <summary>To the end of a calendar day, working or not.</summary>
    CalendarDay,
}
