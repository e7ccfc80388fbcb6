using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Penalties;

namespace Bpm.Application.Penalties;

/// <summary>What the use cases of the ledger have in common: which rows the caller may see, what is written down, what is shown.</summary>
public sealed class PenaltyDesk(
    IPenaltyStore penalties, ICaseStore cases, CaseViews views, PenaltyViews shown, OrganisationRegistry organisations, IAuditLog audit, Caller caller,
    BusinessClock clock)
{
    /// <summary>True where somebody sees the rows of others.</summary>
    public static bool SeesAll(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Has(Permission.ConfirmPenalties) || caller.Has(Permission.ProposePenalties);
    }

    /// <summary>What the caller's organisation has in force.</summary>
    public Installed Home => organisations.Of(caller.Member.Organisation);

    /// <summary>Does something to a row and shows it; refused where the caller may not know of it.</summary>
    /// <param name="action">Code for the audit trail, asked for afterwards.</param>
    /// <param name="tells">The person concerned hears of it.</param>
    public async Task<Result<PenaltyView>> ActAsync(
        Guid id, Func<Penalty, Case, DateTimeOffset, Result<Done>> act, Func<Penalty, string> action, CancellationToken cancellationToken, bool tells = false)
    {
        if (await FindAsync(id, cancellationToken) is not var (penalty, complaint))
            return new PenaltyNotFound();
        var now = clock.GetUtcNow();
        var done = act(penalty, complaint, now);
        if (done.IsRefused)
            return done.Refusal;
        Record(penalty, action(penalty), now);
        if (tells)
            Tell(penalty, complaint, now);
        // Answers are kept for repeated requests, and what is kept there is not sealed.
        return complaint.IsConfidential ? shown.Row(penalty, readable: false) : shown.Whole(penalty, complaint);
    }

    /// <summary>The row and its case, where it is one of the caller's organisation that the caller may see; else null.</summary>
    public async Task<(Penalty Penalty, Case Complaint)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await penalties.FindAsync(id, cancellationToken) is not { } penalty || penalty.Organisation != caller.Member.Organisation
            || await cases.FindAsync(penalty.CaseId, cancellationToken) is not { } complaint)
            return null;
        var may = penalty.Person == caller.Member.UserName || (SeesAll(caller) && views.LevelOf(complaint) == AccessLevel.Full);
        return may ? (penalty, complaint) : null;
    }

    // Of a confidential case the notice itself is neutral.
    private void Tell(Penalty penalty, Case complaint, DateTimeOffset now)
    {
        if (penalty.Person is { } person && person != caller.Name)
        {
            var text = $"受理编号 {penalty.CaseNumber}：对您的处罚{PenaltyTitles.Of(penalty.State)}，请在“我的处罚记录”中查看依据；如有异议，可在那里申诉一次。";
            complaint.RaiseNotice(new(person, NoticeKind.Information, text, now, Home.RulesFor(now).QuietHours.DeliverAt(now, alsoAtNight: false, Home.Calendar.Zone)));
        }
    }

    /// <summary>Writes down what was done to a row; also into the history of its case.</summary>
    public void Record(Penalty penalty, string action, DateTimeOffset now) => audit.Append(
        AuditEntry.Record(now, penalty.Organisation, caller.Name, action, $"penalty:{penalty.Id:N}", penalty.Article, penalty.CaseId));
}
