namespace Bpm.Application.Outages;

/// <summary>An outage as staff see it. Times carry the organisation's offset.</summary>
/// <param name="State"><c>planned</c>, <c>current</c> or <c>past</c>.</param>
/// <param name="Text">What callers are told.</param>
/// <param name="Area">Streets and quarters, one a line.</param>
/// <param name="Late">It lasts longer than was expected.</param>
/// <param name="MainCase">The case that goes on for all calls about it; null where there is none, or the caller may not read it.</param>
public sealed record OutageView(
    Guid Id, string State, string Title, string Text, string Area, DateTimeOffset Begins, DateTimeOffset? ExpectedEnd, bool Late, DateTimeOffset? EndedAt,
    OutageView.MainCaseView? MainCase, string AnnouncedBy, DateTimeOffset AnnouncedAt, string? ChangedBy, DateTimeOffset? ChangedAt)
{
    /// <summary>The case of an outage.</summary>
    /// <param name="Category">A case of another category cannot be merged into it.</param>
    /// <param name="Open">Cases may be merged into it.</param>
    public sealed record MainCaseView(string Number, string Category, string CategoryName, bool Open);
}
