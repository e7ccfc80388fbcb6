namespace Bpm.Application.Clocks;

/// <summary>
/// The time of cases, SLA clocks, workflow timers and schedules; may be virtual.
/// Tokens, lock-outs and caches use the system clock (<see cref="TimeProvider.System"/>) instead.
/// </summary>
public sealed class BusinessClock : TimeProvider
{
    private readonly TimeProvider? _real;
    private long _ticks;

    private BusinessClock(TimeProvider? real, DateTimeOffset start) => (_real, _ticks) = (real, start.UtcTicks);

    /// <summary>True when the clock stands still until it is advanced.</summary>
    public bool IsVirtual => _real is null;

    /// <summary>A clock that follows real time.</summary>
    public static BusinessClock Real(TimeProvider system) => new(system, default);

    /// <summary>A clock that stands still at a moment.</summary>
    public static BusinessClock Virtual(DateTimeOffset start) => new(null, start);

    public override DateTimeOffset GetUtcNow() => _real?.GetUtcNow() ?? new DateTimeOffset(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves a virtual clock forward; a moment already past leaves it where it is.</summary>
    /// <exception cref="InvalidOperationException">The clock follows real time.</exception>
    public void MoveTo(DateTimeOffset moment)
    {
        if (!IsVirtual)
            throw new InvalidOperationException("Only a virtual clock can be moved.");
        if (moment.UtcTicks > Interlocked.Read(ref _ticks))
            Interlocked.Exchange(ref _ticks, moment.UtcTicks);
    }
}
