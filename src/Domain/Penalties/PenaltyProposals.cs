using Bpm.Domain.Calendars;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Penalties;

/// <summary>
/// Proposes what the tariff says for missed clocks, each row once however often it is asked, and withdraws what was proposed for a clock that is
/// not missed any more. Proposals only: nothing is booked here.
/// </summary>
public sealed class PenaltyProposals(RuleSet rules, OrganisationDirectory directory, WorkingCalendar calendar)
{
    /// <summary>Brings the ledger in line with the clocks of a case.</summary>
    /// <param name="known">Every row of the case.</param>
    public PenaltyChanges Follow(Case complaint, IReadOnlyList<Penalty> known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        var (proposed, revived, withdrawn, misrouted) = (new List<Penalty>(), new List<Penalty>(), new List<Penalty>(), new List<SlaClock>());
        foreach (var clock in complaint.Clocks)
        {
            if (clock.BreachedAt is null)
            {
                withdrawn.AddRange(known.Where(row => row.ClockId == clock.Id && row.Withdraw("所依据的超期已不成立，见时限说明。", now)));
                continue;
            }

            foreach (var rule in Articles(complaint, clock).Where(rule => rule.Trigger == PenaltyTrigger.Breach))
            {
                if (rule.Liable.Any(LiablePeople.IsOfDepartment) && !HadItThroughout(complaint, clock))
                    misrouted.Add(clock);
                else
                    Propose(complaint, clock, rule, rule.Liable, [.. known, .. proposed], now, proposed, revived);
            }
        }

        return new(proposed, revived, withdrawn, misrouted);
    }

    /// <summary>Proposes for those who should have found a missed clock by now and did not .</summary>
    /// <param name="found">True for the line of an article whose person found it in time.</param>
    public PenaltyChanges NotFound(Case complaint, SlaClock clock, Func<PenaltyRule, LiableRule, bool> found, IReadOnlyList<Penalty> known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (proposed, revived) = (new List<Penalty>(), new List<Penalty>());
        foreach (var rule in Supervised(complaint, clock))
            Propose(complaint, clock, rule, rule.Liable.Where(liable => !found(rule, liable)), [.. known, .. proposed], now, proposed, revived);
        return new(proposed, revived, [], []);
    }

    /// <summary>The articles for which supervision must find a missed clock.</summary>
    public IEnumerable<PenaltyRule> Supervised(Case complaint, SlaClock clock) => Articles(complaint, clock).Where(rule => rule.Trigger == PenaltyTrigger.Check);

    /// <summary>To when a missed clock can be found: the end of that many days after the day of the breach.</summary>
    public DateTimeOffset FindBy(PenaltyRule rule, SlaClock clock) => calendar.At(calendar.DayOf(clock.BreachedAt!.Value).AddDays(rule.Check!.Days + 1), TimeOnly.MinValue);

    private IEnumerable<PenaltyRule> Articles(Case complaint, SlaClock clock) => clock.BreachedAt is null || clock.IsTarget || rules.Find(clock.RuleId) is not { } duty
        ? []
        : duty.Penalties.Select(rules.FindPenalty).OfType<PenaltyRule>()
            .Where(rule => rule.When.Holds(complaint.Facts) && !(rule.SkipUnfounded && complaint.Founded == false));

    private void Propose(
        Case complaint, SlaClock clock, PenaltyRule rule, IEnumerable<LiableRule> liable, IReadOnlyList<Penalty> known, DateTimeOffset now,
        List<Penalty> proposed, List<Penalty> revived)
    {
        var mine = known.Where(row => row.ClockId == clock.Id && row.Article == rule.Article).ToList();
        var basis = new PenaltyBasis(complaint, clock, rule, clock.BreachedAt!.Value, calendar.DayOf(clock.BreachedAt.Value), Penalty.System, now);
        foreach (var line in liable)
        {
            if (mine.Find(row => row.Slot == line.Title) is { } there)
            {
                if (there.ProposeAnew("超期再次成立。", now))
                    revived.Add(there);
                continue;
            }

            var subject = LiablePeople.Of(line, complaint, clock, directory);
            // A head who did the work answers once.
            if (subject.Person is { } person && mine.Exists(row => row.Person == person))
                continue;
            var row = Penalty.Propose(basis, subject);
            mine.Add(row);
            proposed.Add(row);
        }
    }

    private static bool HadItThroughout(Case complaint, SlaClock clock) =>
        (clock.Department is not null && clock.Department != complaint.Department) || !(complaint.HandedOverAt > clock.StartedAt);
}
