namespace Bpm.Domain.Tasks;

/// <summary>One way to end a task; a port in the designer.</summary>
/// <param name="Name">Stable name, for example <c>Replied</c>.</param>
/// <param name="Title">Chinese title on the button.</param>
/// <param name="ReasonRequired">The comment must say why.</param>
/// <param name="RecordedBy">Keys (<c>role:…</c>) of people who may record this outcome for somebody who cannot log in; null for none.</param>
public sealed record TaskOutcome(string Name, string Title, bool ReasonRequired = false, IReadOnlyList<string>? RecordedBy = null);
