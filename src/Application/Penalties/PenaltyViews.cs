using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Penalties;

namespace Bpm.Application.Penalties;

/// <summary>Shows rows of the ledger to the caller, with as much of what they rest on as the case's confidentiality allows.</summary>
public sealed class PenaltyViews(CaseViews views, OrganisationRegistry organisations, Caller caller)
{
    /// <summary>A row of a list.</summary>
    /// <param name="readable">The caller may read its case.</param>
    public PenaltyView Row(Penalty penalty, bool readable)
    {
        var home = organisations.Of(penalty.Organisation);
        var (directory, zone) = (home.Directory, home.Calendar.Zone);
        var rules = home.RulesFor(penalty.OccurredAt);
        var article = rules.FindArticle(penalty.Article);
        return new(
            penalty.Id, penalty.Article, penalty.CaseNumber, penalty.ClockId, penalty.Person, penalty.Department, penalty.Amount, penalty.Points,
            Code(penalty.State), readable ? penalty.Evidence.Value : null)
        {
            RuleName = rules.FindPenalty(penalty.Article)?.Name ?? article?.Quote ?? penalty.Article,
            Section = article?.Section ?? penalty.Article,
            Title = penalty.Title,
            PersonName = penalty.Person is { } person ? directory.DisplayName(person) : null,
            DepartmentName = penalty.Department is { } department ? directory.Department(department)?.Name ?? department : null,
            StateName = PenaltyTitles.Of(penalty.State),
            Reference = penalty.Reference,
            Disposition = penalty.Disposition,
            Day = penalty.Day,
            OccurredAt = penalty.OccurredAt.In(zone),
            Incomplete = penalty.IsIncomplete,
            AppealDueAt = penalty.AppealDueAt.In(zone),
            Actions = [.. ActionsOn(penalty)],
        };
    }

    /// <summary>One row with its history and its evidence pack.</summary>
    public PenaltyView Whole(Penalty penalty, Case complaint)
    {
        var full = views.LevelOf(complaint) == AccessLevel.Full;
        var home = organisations.Of(penalty.Organisation);
        return Row(penalty, full) with
        {
            History = [.. penalty.Acts.Value.Where(act => full || act.By == caller.Name || act.Kind != PenaltyActKind.Proposed).Select(act => new PenaltyActView(
                act.At.In(home.Calendar.Zone), act.By, act.By == Penalty.System ? "系统" : home.Directory.DisplayName(act.By), Code(act.Kind), PenaltyTitles.Of(act.Kind), act.Text))],
            Pack = full ? PackOf(penalty, complaint, home) : null,
        };
    }

    private static PenaltyPack PackOf(Penalty penalty, Case complaint, Installed home)
    {
        var (zone, directory, rules) = (home.Calendar.Zone, home.Directory, home.RulesFor(complaint.ReceivedAt));
        var category = directory.Profile.Categories.GetValueOrDefault(complaint.Category)?.Name ?? directory.Profile.Duties.GetValueOrDefault(complaint.Category)?.Name;
        var words = rules.FindArticle(penalty.Article)?.Quote ?? "";
        if (complaint.Clocks.FirstOrDefault(clock => clock.Id == penalty.ClockId) is not { } missed)
            return new(words, category, null, [], [], []);
        var roster = rules.Find(missed.RuleId)?.Roster;
        return new(
            words, category,
            new(missed.RuleId, missed.Name, missed.StartedAt.In(zone), missed.DueAt.In(zone), missed.BreachedAt.In(zone), missed.EndedAt.In(zone), missed.Explanation),
            roster is null ? [] : [.. directory.OnDuty(roster, missed.DueAt).Select(directory.DisplayName)],
            [.. complaint.Tasks.Where(task => task.RuleId == missed.RuleId).Select(task => new PenaltyPack.WorkFacts(
                task.Title, task.Assignee is { } holder ? directory.DisplayName(holder) : null, task.OpenedAt.In(zone), task.CompletedAt.In(zone),
                task.CompletedBy is { } by ? directory.DisplayName(by) : null))],
            [.. complaint.Notices.Where(notice => notice.ClockId == missed.Id).OrderBy(notice => notice.RaisedAt).Select(notice => new PenaltyPack.NoticeFacts(
                directory.DisplayName(notice.Recipient), Name(notice.Kind), notice.RaisedAt.In(zone), notice.DeliverAt.In(zone), notice.ReadAt.In(zone)))]);
    }

    // What would be refused for who the caller is or how the row stands is not offered; the row decides again.
    private IEnumerable<string> ActionsOn(Penalty penalty)
    {
        if (caller.Staff is not { UserName: var me })
            yield break;
        if (penalty.Person == me)
        {
            if (penalty.CanBeAppealed)
                yield return "appeal";
            yield break;
        }

        var confirms = caller.Has(Permission.ConfirmPenalties);
        var proposed = penalty.State == PenaltyState.Proposed;
        if (confirms && proposed && !penalty.IsIncomplete && penalty.ProposedBy != me && penalty.CompletedBy != me)
            yield return "confirm";
        if (confirms && proposed)
            yield return "waive";
        if (confirms && penalty.State == PenaltyState.Confirmed)
            yield return "reverse";
        if (confirms && penalty.State == PenaltyState.Appealed && penalty.ProposedBy != me)
            yield return "decide";
        if (proposed && (confirms || caller.Has(Permission.ProposePenalties)))
            yield return "complete";
    }

    private static string Name(NoticeKind kind) => kind switch
    {
        NoticeKind.Warning => "到期前提醒",
        NoticeKind.Overdue => "到期提醒",
        NoticeKind.Escalation => "逾期上报",
        NoticeKind.Information => "通知",
        NoticeKind.Copy => "抄送",
        NoticeKind.Reminder => "催办",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
