namespace Bpm.Application.Supervision;

/// <summary>A clock of a page.</summary>
/// <param name="Readable">False where only the case's number may be told.</param>
public sealed record SupervisionHit(Guid ClockId, Guid CaseId, bool Readable);
