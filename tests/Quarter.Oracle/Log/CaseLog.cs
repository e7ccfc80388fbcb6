namespace Bpm.Quarter.Oracle.Log;

/// <summary>All that happened to a case from outside, in order of time.</summary>
public sealed record CaseLog(string Number, Registration Registration, IReadOnlyList<Deed> Deeds);
