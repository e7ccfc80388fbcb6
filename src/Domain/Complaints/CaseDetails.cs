namespace Bpm.Domain.Complaints;

/// <summary>All text of a case that can tell who or what it is about; one column, encrypted for confidential cases.</summary>
/// <param name="Target">投诉对象.</param>
/// <param name="Content">投诉内容.</param>
/// <param name="Demand">投诉要求.</param>
/// <param name="Suggestion">建议内容.</param>
/// <param name="BackdatingReason">Why the receipt lies in the past; null when it does not.</param>
public sealed record CaseDetails(
    Customer Customer, string? Target, string Content, string? Demand, string? Suggestion, string? BackdatingReason = null);
