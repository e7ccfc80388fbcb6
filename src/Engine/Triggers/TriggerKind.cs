namespace Bpm.Engine.Triggers;

/// <summary>How a trigger comes to start an instance.</summary>
public enum TriggerKind
{
    /// <summary>A stimulus of its hash arrives.</summary>
    Stimulus,

    /// <summary>A moment of its timetable comes.</summary>
    Schedule,
}
