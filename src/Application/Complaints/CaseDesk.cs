using Bpm.Application.Audit;
using Bpm.Domain.Complaints;
using Bpm.Engine.Storage;

namespace Bpm.Application.Complaints;

/// <summary>What every action on a case itself has in common: find it for a caller who sees it in full, and show it afterwards.</summary>
public sealed class CaseDesk(ICaseStore cases, IInstanceStore instances, IAuditLog audit, CaseViews views, CaseLinks links)
{
    /// <summary>
    /// The case, or null where the caller does not see it in full: who may only know its state may do nothing to it. Recurring work is no
    /// customer's case, and none of this is done to it.
    /// </summary>
    public async Task<Case?> FindAsync(string number, CancellationToken cancellationToken) =>
        await cases.FindByNumberAsync(number, cancellationToken) is { } complaint
            && complaint.Kind != ComplaintKind.Duty && views.LevelOf(complaint) == AccessLevel.Full ? complaint : null;

    /// <summary>The case as the caller sees it now.</summary>
    public async Task<CaseView> ShowAsync(Case complaint, CancellationToken cancellationToken) => views.Of(
        complaint, await instances.FindAsync(complaint.InstanceId, cancellationToken), await audit.OfCaseAsync(complaint.Id, cancellationToken),
        hidden: await links.HiddenAsync(complaint, cancellationToken))!;
}
