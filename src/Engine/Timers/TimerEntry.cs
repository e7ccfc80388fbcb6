namespace Bpm.Engine.Timers;

/// <summary>A moment at which an instance is to be resumed.</summary>
/// <param name="BookmarkId">The bookmark to resume; its id is the timer's id.</param>
/// <param name="DueAt">When, UTC. In the past: at once.</param>
public sealed record TimerEntry(string BookmarkId, DateTimeOffset DueAt);
