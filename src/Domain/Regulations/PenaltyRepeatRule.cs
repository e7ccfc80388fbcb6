namespace Bpm.Domain.Regulations;

/// <summary>How often the same error in what time is a case of its own (A §八.7, AMB-24).</summary>
/// <param name="Count">The row with this number brings the article up; it counts itself.</param>
/// <param name="Months">Length of the rolling window in months.</param>
public sealed record PenaltyRepeatRule(int Count, int Months);
