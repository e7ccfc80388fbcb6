using System.Text.Json;

namespace Bpm.Domain.Regulations;

/// <summary>The supervision that should have found a missed clock (A §六.1, AMB-19).</summary>
/// <param name="Duty">Code of the duty whose cases are the checks.</param>
/// <param name="Step">Step code of the check.</param>
/// <param name="Days">Calendar days after the day of the breach, to the end of which it can be found.</param>
/// <param name="Found">What the form of a check that found something says, by field; empty: any check done since the breach has found it.</param>
public sealed record PenaltyCheckRule(string Duty, string Step, int Days, IReadOnlyDictionary<string, JsonElement> Found);
