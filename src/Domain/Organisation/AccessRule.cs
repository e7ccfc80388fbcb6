namespace Bpm.Domain.Organisation;

/// <summary>Who reads a case of one level of confidentiality in full; everybody else of the organisation sees the summary.</summary>
/// <param name="Readers">Keys of those who always do.</param>
/// <param name="Participants">Which tasks let their people read.</param>
/// <param name="Departments">Members of a department that has or had the case do.</param>
/// <param name="Registrar">Who registered it does.</param>
public sealed record AccessRule(IReadOnlyList<string> Readers, Participation Participants, bool Departments, bool Registrar);
