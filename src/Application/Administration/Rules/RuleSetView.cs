namespace Bpm.Application.Administration.Rules;

/// <summary>A whole rule set.</summary>
/// <param name="Articles">Every article of the regulation, in its order.</param>
/// <param name="Targets">Limits without an article of their own.</param>
/// <param name="Texts">Fixed texts and notice templates.</param>
public sealed record RuleSetView(RuleSetSummary Set, IReadOnlyList<ArticleView> Articles, IReadOnlyList<RuleView> Targets, IReadOnlyList<FixedTextView> Texts);

/// <summary>An article with its limit, where it has one.</summary>
/// <param name="Clock">The limit that runs for it; null where it states none.</param>
public sealed record ArticleView(string Id, string Section, string Type, string Quote, IReadOnlyList<string> Ambiguities, RuleView? Clock);

/// <summary>A limit as people read it.</summary>
/// <param name="Duration">Written form such as <c>PT24H</c> or <c>P1WD</c>.</param>
/// <param name="DurationText">In Chinese.</param>
/// <param name="Reading"><c>endOfNextWorkingDay</c>, <c>sameTimeNextWorkingDay</c> or <c>workingHours</c>.</param>
public sealed record RuleView(
    string Id, string Name, string Kind, string Duration, string DurationText, string Reading, bool CapAtShiftEnd, string? Roster, string Start, string Stop,
    bool IsTarget, string? Ladder, IReadOnlyList<RungView> Rungs, IReadOnlyList<string> Penalties, string? Hint, string? Note);

/// <summary>A threshold.</summary>
/// <param name="At">Written form such as <c>due-2h</c>.</param>
/// <param name="AtText">In Chinese.</param>
/// <param name="To">Recipient tokens.</param>
/// <param name="ToNames">The same in Chinese.</param>
public sealed record RungView(string Name, string Kind, string At, string AtText, IReadOnlyList<string> To, IReadOnlyList<string> ToNames, bool AlsoAtNight);

/// <summary>A fixed text.</summary>
/// <param name="ChannelName">Chinese name of where it is used.</param>
/// <param name="IsTemplate">It has places that the product fills.</param>
public sealed record FixedTextView(string Id, string ChannelName, string Text, bool IsTemplate);
