namespace Bpm.Domain.Outages;

/// <summary>Where an <see cref="Outage"/> stands.</summary>
public enum OutageState
{
    /// <summary>计划: has not begun.</summary>
    Planned,

    /// <summary>进行中: lasts, however long it was expected to.</summary>
    Current,

    /// <summary>已结束: somebody said that it is over.</summary>
    Past,
}
