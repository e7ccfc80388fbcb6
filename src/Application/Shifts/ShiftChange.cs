using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Due;
using Bpm.Application.Installation;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Shifts;

/// <summary>
/// A shift begins: what people of another shift hold, and what a shift hands on, the next one may take over, and is told of it once. The due
/// times stay; whoever holds a task may still finish it (A §二.1 "本班次", B §六(一)).
/// </summary>
public sealed class ShiftChange(
    OrganisationRegistry organisations, ShiftSchedule schedule, IShiftQueries queries, ICaseStore cases, CaseProcess process, IAuditLog audit,
    Caller caller, BusinessClock clock)
{
    /// <summary>The moment of a change has come. In the transaction that takes its row: once, over any number of nodes.</summary>
    public async Task RunAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (organisations.Find(row.Organisation) is not { } home)
            return;
        var now = clock.GetUtcNow();
        var rules = home.RuleSets.SelectMany(set => set.Rules).Where(rule => rule.Roster == row.Reference).Select(rule => rule.Id).Distinct().ToList();
        // A roster that no rule names any more, or that is gone, changes no more.
        if (rules.Count == 0 || home.Directory.ShiftOf(row.Reference, now) is not { } shift)
            return;
        await schedule.ContinueAsync(home, row.Reference, cancellationToken);
        // Somebody apart from the shifts, a supervisor who took a task over, keeps it.
        var offDuty = home.Directory.Rosters.First(roster => roster.Code == row.Reference).People.Except(shift.Crew).ToList();
        foreach (var id in await queries.CasesHeldByAsync(home.Code, rules, offDuty, cancellationToken))
        {
            if (await cases.FindAsync(id, cancellationToken) is not { } complaint)
                continue;
            await process.CatchUpAsync(complaint, cancellationToken);
            foreach (var task in complaint.Tasks.Where(task => task.RuleId is { } rule && rules.Contains(rule) && task.Assignee is { } holder && offDuty.Contains(holder)).ToList())
            {
                if (task.Relieve())
                    Tell(complaint, task, home.Directory, shift.Crew, now);
            }
        }
    }

    private void Tell(Case complaint, HumanTask task, OrganisationDirectory directory, IReadOnlyList<string> crew, DateTimeOffset now)
    {
        audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, "task.relieved", $"task:{task.Id:N}", task.Step, complaint.Id));
        foreach (var user in crew)
        {
            // Who is on duty works now, also at night.
            if (directory.Staff(user) is { } member && task.IsCandidate(member, directory.KeysOf(user)))
                complaint.RaiseNotice(new(user, NoticeKind.Information, $"受理编号 {complaint.Number}：上一班次未办完的“{task.Title}”可由您接续办理，到期时间不变。", now, now));
        }
    }
}
