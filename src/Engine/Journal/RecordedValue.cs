namespace Bpm.Engine.Journal;

/// <summary>An input or output of an activity that the definition wants in the journal. May be a case's text: a store seals it.</summary>
/// <param name="ActivityInstanceId">The run of the activity.</param>
/// <param name="IsOutput">An output? Else an input.</param>
/// <param name="Name">JSON name, camelCase.</param>
/// <param name="Value">Null, bool, number, text, moment, list or dictionary; a long text is cut, a large value replaced by a remark.</param>
public readonly record struct RecordedValue(int ActivityInstanceId, bool IsOutput, string Name, object? Value);
