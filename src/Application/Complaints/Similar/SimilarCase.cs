namespace Bpm.Application.Complaints;

/// <summary>An earlier case that may be of the same customer.</summary>
/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
/// <param name="Matches">What is the same: <c>phone</c>, <c>address</c>, <c>account</c>.</param>
public sealed record SimilarCase(
    string Number, string Category, string CategoryName, string Status, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, IReadOnlyList<string> Matches);
