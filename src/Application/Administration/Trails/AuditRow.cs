namespace Bpm.Application.Administration.Trails;

/// <summary>An entry of the audit trail.</summary>
/// <param name="Actor">User name; <c>system</c> for timers and connectors.</param>
/// <param name="ActorName">Name to show.</param>
/// <param name="CaseNumber">Of the case that it is about, or null.</param>
/// <param name="Action">Stable code.</param>
/// <param name="Subject">What was acted on: a kind and an id.</param>
/// <param name="Detail">Codes that explain it.</param>
public sealed record AuditRow(Guid Id, DateTimeOffset At, string Actor, string ActorName, string? CaseNumber, string Action, string Subject, string Detail);

/// <summary>An entry as it is stored, with what decides who may see it.</summary>
/// <param name="Accused">User names that are shut out of the case.</param>
public sealed record StoredEntry(Guid Id, DateTimeOffset At, string Actor, string? CaseNumber, string Action, string Subject, string Detail, IReadOnlyList<string>? Accused);
