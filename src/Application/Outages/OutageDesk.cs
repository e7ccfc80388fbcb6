using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Outages;

namespace Bpm.Application.Outages;

/// <summary>What the use cases of outages have in common: whose they are, which case they belong to, what is written down, what is shown.</summary>
public sealed class OutageDesk(IOutageStore outages, ICaseStore cases, CaseDesk desk, CaseViews views, IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>The outage, where it is one of the caller's organisation; else null.</summary>
    public async Task<Outage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await outages.FindAsync(id, cancellationToken) is { } outage && outage.Organisation == caller.Member.Organisation ? outage : null;

    /// <summary>Ties an outage to its main case.</summary>
    /// <param name="number">Of the case; null or blank for none.</param>
    public async Task<Result<Done>> TieAsync(Outage outage, string? number, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            outage.BelongTo(null, null);
            return default(Done);
        }

        // An outage is told to every caller: that a strictly confidential case has to do with it is not.
        if (await desk.FindAsync(number.Trim(), cancellationToken) is not { } main || main.Level == Confidentiality.Strict)
            return new OutageInvalid("mainCase", "没有找到这个主案件，或您无权查看它；请核对编号。");
        if (main.Number != outage.MainCase && !main.IsOpen)
            return new OutageInvalid("mainCase", main.MergedInto is { } into ? $"该案件已并入 {into}，请填写 {into}。" : "主案件已办结，请另选办理中的案件，或留空。");
        outage.BelongTo(main.Number, main.Id);
        return default(Done);
    }

    /// <summary>Writes down what was done to an outage; also into the history of its main case.</summary>
    public void Record(Outage outage, string action) => audit.Append(AuditEntry.Record(
        clock.GetUtcNow(), outage.Organisation, caller.Name, action, $"outage:{outage.Id:N}", outage.MainCase ?? "", outage.MainCaseId));

    /// <summary>Shows outages; their main cases only to who reads those.</summary>
    public async Task<IReadOnlyList<OutageView>> ShowAsync(IReadOnlyCollection<Outage> some, CancellationToken cancellationToken)
    {
        var ids = some.Select(outage => outage.MainCaseId).OfType<Guid>().Distinct().ToList();
        var mains = ids.Count == 0 ? [] : (await cases.PeekAsync(ids, cancellationToken)).Where(main => views.LevelOf(main) == AccessLevel.Full).ToDictionary(main => main.Id);
        return [.. some.Select(outage => Show(outage, outage.MainCaseId is { } id ? mains.GetValueOrDefault(id) : null))];
    }

    /// <summary>Shows one outage.</summary>
    public async Task<OutageView> ShowAsync(Outage outage, CancellationToken cancellationToken) => (await ShowAsync([outage], cancellationToken))[0];

    private OutageView Show(Outage outage, Case? main)
    {
        var (profile, now) = (caller.Home.Profile, clock.GetUtcNow());
        var zone = profile.Identity.Zone;
        var state = outage.StateAt(now);
        return new(
            outage.Id, state.ToString().ToLowerInvariant(), outage.Title, outage.Text, outage.Area, outage.Begins.In(zone), outage.ExpectedEnd.In(zone),
            state == OutageState.Current && outage.ExpectedEnd < now, outage.EndedAt.In(zone),
            main is null ? null : new(main.Number, main.Category, profile.Categories.GetValueOrDefault(main.Category)?.Name ?? main.Category, main.IsOpen),
            outage.AnnouncedBy, outage.AnnouncedAt.In(zone), outage.ChangedBy, outage.ChangedAt.In(zone));
    }
}
