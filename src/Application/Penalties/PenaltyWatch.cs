using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Application.Transactions;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Penalties;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Penalties;

/// <summary>Keeps the ledger in line with the clocks, in the transaction that changes them: a proposal is there exactly when its breach is.</summary>
public sealed class PenaltyWatch(
    IPenaltyStore penalties, ICaseStore cases, IDueRows dueRows, OrganisationRegistry organisations, IAuditLog audit, ITransaction transaction,
    DueSignal signal, Caller caller, BusinessClock clock)
{
    /// <summary>The clocks of a case may have changed.</summary>
    /// <param name="breachedBefore">Ids of the clocks that were missed before.</param>
    public async Task FollowAsync(Case complaint, IReadOnlySet<Guid> breachedBefore, CancellationToken cancellationToken)
    {
        if (breachedBefore.Count == 0 && complaint.Clocks.All(running => running.BreachedAt is null))
            return;
        var (home, now) = (organisations.Of(complaint.Organisation), clock.GetUtcNow());
        var proposals = ProposalsOf(home, complaint);
        var changes = proposals.Follow(complaint, await penalties.OfCaseAsync(complaint.Id, cancellationToken), now);
        Store(complaint, changes, now);
        foreach (var missed in complaint.Clocks.Where(running => running.BreachedAt is not null && !breachedBefore.Contains(running.Id)))
        {
            if (changes.Misrouted.Contains(missed))
                audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, "penalty.misrouted", $"clock:{missed.Id:N}", missed.RuleId, complaint.Id));
            foreach (var rule in proposals.Supervised(complaint, missed))
            {
                await dueRows.PutAsync(
                    DueKind.PenaltyCheck, complaint.Organisation, complaint.Id.ToString("N"), $"{missed.Id:N}", proposals.FindBy(rule, missed), null, cancellationToken);
                transaction.AfterCommit(signal.Set);
            }
        }
    }

    /// <summary>The time in which supervision could find a missed clock is over.</summary>
    public async Task CheckAsync(DueRow row, CancellationToken cancellationToken)
    {
        var clockId = Guid.Parse(row.Reference);
        if (await cases.FindAsync(Guid.Parse(row.Subject), cancellationToken) is not { } complaint
            || complaint.Clocks.FirstOrDefault(running => running.Id == clockId) is not { BreachedAt: { } breached } missed)
            return;
        var (home, now) = (organisations.Of(complaint.Organisation), clock.GetUtcNow());
        var proposals = ProposalsOf(home, complaint);
        var checks = new Dictionary<string, IReadOnlyList<HumanTask>>();
        foreach (var rule in proposals.Supervised(complaint, missed).ToList())
        {
            var until = proposals.FindBy(rule, missed);
            var ids = await penalties.CompletedAsync(complaint.Organisation, rule.Check!.Step, breached, until, cancellationToken);
            checks[rule.Article] =
            [
                .. (await cases.PeekAsync(ids, cancellationToken)).Where(check => check.Category == rule.Check.Duty).SelectMany(check => check.Tasks)
                    .Where(task => task.Step == rule.Check.Step && task.State == TaskState.Completed && task.CompletedAt >= breached && task.CompletedAt <= until),
            ];
        }

        var known = await penalties.OfCaseAsync(complaint.Id, cancellationToken);
        Store(complaint, proposals.NotFound(complaint, missed, (rule, liable) => Found(checks[rule.Article], rule, liable), known, now), now);
    }

    private static bool Found(IReadOnlyList<HumanTask> checks, PenaltyRule rule, LiableRule liable) => checks.Any(task =>
        liable.Who.Any(task.Candidates.Contains) && rule.Check!.Found.All(wanted =>
            task.Answer?.Value.Values.TryGetValue(wanted.Key, out var said) == true && JsonElement.DeepEquals(said, wanted.Value)));

    private void Store(Case complaint, PenaltyChanges changes, DateTimeOffset now)
    {
        foreach (var row in changes.Proposed)
            penalties.Add(row);
        foreach (var (action, rows) in ((string, IReadOnlyList<Penalty>)[])[
            ("penalty.proposed", [.. changes.Proposed, .. changes.Revived]), ("penalty.withdrawn", changes.Withdrawn)])
        {
            foreach (var row in rows)
                audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, action, $"penalty:{row.Id:N}", row.Article, complaint.Id));
        }
    }

    private static PenaltyProposals ProposalsOf(Installed home, Case complaint) => new(home.RulesFor(complaint.ReceivedAt), home.Directory, home.Calendar);
}
