using Bpm.Application.Clocks;

namespace Bpm.Host.Startup;

/// <summary>The business clock, decided once the database has said whether a virtual time is stored.</summary>
public sealed class BusinessClockSource(TimeProvider systemClock)
{
    private BusinessClock? _clock;

    /// <summary>The clock.</summary>
    /// <exception cref="InvalidOperationException">Asked for before the first load has decided.</exception>
    public BusinessClock Clock => _clock ?? throw new InvalidOperationException("The business clock is decided by the first load.");

    /// <summary>Decides for the life of the process.</summary>
    /// <param name="virtualTime">Where a virtual clock stands, or null for real time.</param>
    public void Decide(DateTimeOffset? virtualTime) =>
        _clock = virtualTime is { } moment ? BusinessClock.Virtual(moment) : BusinessClock.Real(systemClock);
}
