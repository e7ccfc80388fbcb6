using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <content>加签、减签: what the task itself decides of it; the added tasks are the case's.</content>
public sealed partial class HumanTask
{
    /// <summary>Ways to end a task that was added to another.</summary>
    private static readonly TaskOutcome[] SignerOutcomes = [new("Agree", "同意"), new("Disagree", "不同意", ReasonRequired: true)];

    /// <summary>The task of somebody who is added to this one.</summary>
    internal TaskSpec SignerSpec(string userName, SignerPosition position) => new(
        $"{Step}+sign", $"加签：{Title}", [Keys.User(userName)], SignerOutcomes, TaskForm.Empty, Excluded, DueAt: DueAt, CaseAccess: CaseAccess,
        Texts: Texts, ParentId: Id, Signing: position);

    /// <summary>Why its holder may not add somebody; null where nothing speaks against it.</summary>
    internal Refusal? RefuseSigner(string by, StaffMember? to)
    {
        if (RefuseUnlessHeldBy(by) is { } refusal)
            return refusal;
        if (Owner is not null)
            return new TaskDelegated();
        if (RecordingOnly)
            return new TaskNotCandidate();
        if (ParentId is not null)
            return new TaskSignerNested();
        if (to is null || to.Organisation != Organisation)
            return new TaskRecipientUnknown();
        if (to.UserName == by)
            return new TaskRecipientIsHolder();
        if (Excluded.Contains(to.UserName))
            return new TaskPersonExcluded("to");
        return LaterSigners.Contains(to.UserName) ? new TaskSignerKnown() : null;
    }

    /// <summary>Notes who has the say after it.</summary>
    internal void SignLater(string userName)
    {
        LaterSigners = [.. LaterSigners, userName];
        Revision++;
    }

    /// <summary>Forgets somebody who had the say after it.</summary>
    internal void DropLaterSigner(string userName)
    {
        LaterSigners = [.. LaterSigners.Where(known => known != userName)];
        Revision++;
    }
}
