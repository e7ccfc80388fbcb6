namespace Bpm.Engine.Triggers;

/// <summary>A published activity that starts instances. Indexed when its definition is published; start with a <see cref="Execution.StartTrigger"/> of its path.</summary>
/// <param name="NodePath">Path of the activity; see <see cref="Definitions.ActivityNode.Path"/>.</param>
/// <param name="ActivityId">Id as drawn.</param>
/// <param name="ActivityType">Type name, for example <c>Elsa.Event</c>.</param>
/// <param name="Kind">Found by its hash, or started at moments.</param>
/// <param name="Hash">For a stimulus: <see cref="Bookmarks.Stimulus.Hash"/> of the name and <paramref name="Payload"/>; else null.</param>
/// <param name="Payload">For a stimulus: what tells stimuli of one name apart, for example the event's name; else null.</param>
/// <param name="Timetable">For a schedule: its moments; else null.</param>
public sealed record Trigger(
    string NodePath, string ActivityId, string ActivityType, TriggerKind Kind, string? Hash, string? Payload, ITimetable? Timetable);
