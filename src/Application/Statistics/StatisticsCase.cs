namespace Bpm.Application.Statistics;

/// <summary>One case with everything that figures are made of.</summary>
/// <param name="Response">True: answered in time; false: too late; null: not judged.</param>
/// <param name="Satisfied">What the customer said last; null: nobody was reached.</param>
public sealed record StatisticsCase(
    string Number, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, string? Department, string Category, string Channel, bool Unfounded, bool Closed,
    bool Late, bool Resolved, bool? Response, bool? Satisfied);
