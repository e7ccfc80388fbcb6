namespace Bpm.Domain.Regulations;

/// <summary>How often a duty comes back.</summary>
public enum RecurrencePeriod
{
    /// <summary>Every calendar day.</summary>
    EveryDay,

    /// <summary>Every working day; none on a holiday, one on a make-up workday.</summary>
    EveryWorkingDay,

    /// <summary>The first working day of each month.</summary>
    FirstWorkingDayOfMonth,
}
