using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Domain.Penalties;
using Bpm.Domain.Regulations;

namespace Bpm.Application.Penalties;

/// <summary>Proposes what the tariff knows for the same error of one person again and again, when the row that reaches the number is confirmed (A-8.7a).</summary>
public sealed class PenaltyRepeats(IPenaltyStore penalties, ICaseStore cases, PenaltyDesk desk, Caller caller, Clocks.BusinessClock clock)
{
    /// <summary>A row was confirmed.</summary>
    public async Task FollowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await penalties.FindAsync(id, cancellationToken) is not { Person: { } person } last || await cases.FindAsync(last.CaseId, cancellationToken) is not { } complaint)
            return;
        var (home, now) = (desk.Home, clock.GetUtcNow());
        var rules = home.RulesFor(last.OccurredAt);
        foreach (var rule in rules.Penalties.Where(rule => rule.Trigger == PenaltyTrigger.Repeat && rule.Article != last.Article))
        {
            var rows = (await penalties.OfPersonAsync(last.Organisation, last.Article, person, cancellationToken)).Where(row => row.State == PenaltyState.Confirmed);
            var together = RepeatedErrors.With(last, rows, rule.Repeat!);
            if (together.Count == 0)
                continue;
            var slot = $"{last.Article}/{person}";
            var first = together[0].Day;
            // One for each time in which the number was reached: further errors in it add nothing.
            if ((await penalties.OfPersonAsync(last.Organisation, rule.Article, person, cancellationToken)).Any(row => row.Slot == slot && row.Day >= first))
                continue;
            var liable = rule.Liable[0];
            var evidence = $"{caller.Home.DisplayName(person)}在 {rule.Repeat!.Months} 个月内有 {together.Count} 条按{rules.FindArticle(last.Article)?.Section ?? last.Article}确认的处罚：" +
                string.Join('、', together.Select(row => $"{row.Day:yyyy-MM-dd} {row.CaseNumber}")) + "。";
            var proposed = Penalty.Propose(
                new(complaint, complaint.Clocks.FirstOrDefault(running => running.Id == last.ClockId), rule, last.OccurredAt, last.Day, Penalty.System, now),
                new(liable, slot, person, home.Directory.Staff(person)?.Department, evidence));
            penalties.Add(proposed);
            desk.Record(proposed, "penalty.proposed", now);
        }
    }
}
