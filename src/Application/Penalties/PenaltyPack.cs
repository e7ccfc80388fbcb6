namespace Bpm.Application.Penalties;

/// <summary>What a penalty rests on, on one page: the arithmetic of the clock, who was told, who had the work, who was on shift (F-091).</summary>
/// <param name="ArticleText">The article's own words.</param>
/// <param name="CategoryName">What the case is about.</param>
/// <param name="Clock">The missed clock; null where none is concerned.</param>
/// <param name="OnShift">Names of those on duty when it fell due; empty where no roster is concerned.</param>
/// <param name="Work">The tasks of the clock.</param>
/// <param name="Notices">What the clock told whom.</param>
public sealed record PenaltyPack(
    string ArticleText, string? CategoryName, PenaltyPack.ClockFacts? Clock, IReadOnlyList<string> OnShift, IReadOnlyList<PenaltyPack.WorkFacts> Work,
    IReadOnlyList<PenaltyPack.NoticeFacts> Notices)
{
    /// <summary>The clock's arithmetic.</summary>
    /// <param name="Rule">Article of the duty.</param>
    /// <param name="Explanation">One line for each thing that happened to the due time, pauses with them.</param>
    public sealed record ClockFacts(
        string Rule, string Name, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? BreachedAt, DateTimeOffset? EndedAt, string Explanation);

    /// <summary>A task of the clock.</summary>
    /// <param name="Holder">Name of who holds or held it last; null where nobody took it.</param>
    public sealed record WorkFacts(string Title, string? Holder, DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt, string? CompletedBy);

    /// <summary>A notice.</summary>
    /// <param name="Kind">Chinese.</param>
    public sealed record NoticeFacts(string Recipient, string Kind, DateTimeOffset RaisedAt, DateTimeOffset DeliverAt, DateTimeOffset? ReadAt);
}
