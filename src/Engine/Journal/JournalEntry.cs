namespace Bpm.Engine.Journal;

/// <summary>One thing that happened to an activity. Holds ids and outcomes, never a form's text.</summary>
/// <param name="Sequence">Position in the instance's journal, from 1 without gaps.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="NodePath">Path of the activity.</param>
/// <param name="ActivityInstanceId">The run of the activity.</param>
/// <param name="ParentInstanceId">The run of its container; 0 for the workflow itself.</param>
/// <param name="EventName">See <see cref="JournalEvents"/>; activities may write others.</param>
/// <param name="Outcomes">Of a completed activity; else empty.</param>
/// <param name="Message">Written by an activity, or the type of an exception; else null.</param>
public readonly record struct JournalEntry(
    long Sequence, DateTimeOffset Time, string NodePath, int ActivityInstanceId, int ParentInstanceId,
    string EventName, IReadOnlyList<string> Outcomes, string? Message);
