namespace Bpm.Domain.Calendars;

/// <summary>Office hours of a working day, in the organisation's zone. One unbroken span; a lunch break is not modelled.</summary>
public readonly record struct OfficeHours
{
    /// <summary>08:30–17:30, the hours that count where an organisation says nothing else.</summary>
    public static readonly OfficeHours Default = new(new TimeOnly(8, 30), new TimeOnly(17, 30));

    /// <exception cref="ArgumentException">The office would close before it opens.</exception>
    public OfficeHours(TimeOnly open, TimeOnly close)
    {
        if (close <= open) throw new ArgumentException("下班时间必须晚于上班时间。", nameof(close));
        Open = open;
        Close = close;
    }

    /// <summary>Opening time, local.</summary>
    public TimeOnly Open { get; }

    /// <summary>Closing time, local; a clock of working days is due at this time.</summary>
    public TimeOnly Close { get; }

    /// <summary>Length of one office day.</summary>
    public TimeSpan Length => Close - Open;
}
