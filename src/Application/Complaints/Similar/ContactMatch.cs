using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>A case that names one of the contacts looked for.</summary>
/// <param name="Kinds">Which of them.</param>
public sealed record ContactMatch(Guid CaseId, IReadOnlyList<ContactKind> Kinds);
