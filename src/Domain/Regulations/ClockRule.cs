using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;

namespace Bpm.Domain.Regulations;

/// <summary>A duty with a time: how its clock runs and who hears of it. Immutable; from <c>rules.json</c>.</summary>
public sealed record ClockRule
{
    /// <summary>Article id, such as <c>A-2.1b</c>; a milestone without an article of its own has a made-up id.</summary>
    public required string Id { get; init; }

    /// <summary>Articles that state the same duty and show this clock.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the article stands, such as <c>§四.5</c>.</summary>
    public required string Article { get; init; }

    /// <summary>The article's own words.</summary>
    public required string Text { get; init; }

    /// <summary>How time runs.</summary>
    public required ClockKind Kind { get; init; }

    /// <summary>The limit.</summary>
    public required ClockDuration Duration { get; init; }

    /// <summary>How working days are counted.</summary>
    public Reading Reading { get; init; }

    /// <summary>
    /// Code of the roster whose shifts hand the duty on: at a change of shift the next one may take its tasks over, with the same due time.
    /// Null where the duty stays with whom it is.
    /// </summary>
    public string? Roster { get; init; }

    /// <summary>Due no later than the end of the shift in which the clock starts (a setting, off as shipped).</summary>
    public bool CapAtShiftEnd { get; init; }

    /// <summary>From when it counts, in Chinese.</summary>
    public required string Start { get; init; }

    /// <summary>What stops it, in Chinese.</summary>
    public required string Stop { get; init; }

    /// <summary>A setting without a number in the regulation: recorded when missed, no penalty.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Whether it may be paused at all; arrival clocks may not.</summary>
    public bool CanPause { get; init; } = true;

    /// <summary>Name of the ladder that its rungs come from, or null when the rule has its own.</summary>
    public string? Ladder { get; init; }

    /// <summary>Every rung in order, substitutions applied; one and only one is of kind Due.</summary>
    public required IReadOnlyList<LadderRung> Rungs { get; init; }

    /// <summary>To which cases it applies.</summary>
    public RuleCondition When { get; init; } = RuleCondition.Always;

    /// <summary>Set where the work comes back by the calendar; the rule then applies to the cases of duties only.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Rules of one group exclude each other (<see cref="RuleSet.Check"/>).</summary>
    public string? Group { get; init; }

    /// <summary>
    /// Owed to the customer whatever the case is: its clock goes on when the case turns out to be of another category, and once the duty
    /// was done it does not start again for that reason.
    /// </summary>
    public bool SurvivesCorrection { get; init; }

    /// <summary>Penalty articles that a breach may lead to; proposals only.</summary>
    public IReadOnlyList<string> Penalties { get; init; } = [];

    /// <summary>Open questions of reading that touch the rule.</summary>
    public IReadOnlyList<string> Ambiguities { get; init; } = [];

    /// <summary>A Chinese hint for the person who holds it, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>A Chinese note on what happens at a breach, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the rule applies to the case.</summary>
    public bool Applies(CaseFacts facts) => Recurrence is null == (facts.Kind != ComplaintKind.Duty.Code()) && When.Holds(facts);
}
