namespace Bpm.Workflows.Scenarios;

/// <summary>A clock that stands still until the scenario moves it.</summary>
internal sealed class ScenarioClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on; never back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > _now)
            _now = moment.ToUniversalTime();
    }
}
