using System.Globalization;
using Bpm.Engine.Triggers;

namespace Bpm.Application.Triggers;

/// <summary>One trigger of a published definition, as the index holds it.</summary>
/// <param name="DefinitionId">Its definition.</param>
/// <param name="NodePath">The activity.</param>
/// <param name="Number">Tells several triggers of one activity apart, from 0.</param>
/// <param name="Organisation">Organisation code.</param>
/// <param name="VersionId">The published version.</param>
/// <param name="Kind">Found by its hash, or started at moments.</param>
/// <param name="Timetable">The timetable as drawn, for a schedule; else null.</param>
/// <param name="Since">From when the timetable counts, UTC: its first publishing, as long as it stays the same.</param>
public sealed record TriggerRow(
    string DefinitionId, string NodePath, int Number, string Organisation, string VersionId, string ActivityId, string ActivityType,
    TriggerKind Kind, string? Hash, string? Payload, string? Timetable, DateTimeOffset Since)
{
    /// <summary>What a due row of the trigger refers to, unique within the definition.</summary>
    public string Reference => Number == 0 ? NodePath : NodePath + "#" + Number.ToString(CultureInfo.InvariantCulture);
}
