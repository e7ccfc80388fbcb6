namespace Bpm.Domain.Regulations;

/// <summary>One row of a regulation, as in its checklist.</summary>
/// <param name="Id">Such as <c>A-4.5</c>.</param>
/// <param name="Type">obligation, deadline, prohibition, role, channel, system, form, template or penalty.</param>
/// <param name="Section">Where it stands, as staff cite it: <c>§四.5</c>, <c>第六条（二）5</c>, <c>附件②</c>.</param>
/// <param name="Quote">The regulation's own words.</param>
/// <param name="Ambiguities">Ids of the open questions of reading that touch it.</param>
public sealed record Article(string Id, string Type, string Section, string Quote, IReadOnlyList<string> Ambiguities);
