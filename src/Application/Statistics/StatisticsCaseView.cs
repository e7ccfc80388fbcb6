namespace Bpm.Application.Statistics;

/// <summary>One case behind a number, with names beside codes and all that the numbers are made of.</summary>
/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
/// <param name="Late">A limit of the regulation was missed.</param>
/// <param name="Responded">Whether the customer had an answer in time; null where that cannot be judged.</param>
/// <param name="Satisfied">What the customer said last; null where nobody was reached.</param>
public sealed record StatisticsCaseView(
    string Number, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, string? Department, string DepartmentName, string Category, string CategoryName,
    string Channel, string ChannelName, string Status, bool Unfounded, bool Late, bool Resolved, bool? Responded, bool? Satisfied);
