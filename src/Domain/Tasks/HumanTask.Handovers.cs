using System.Collections.ObjectModel;
using System.Text.Json;
using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <summary>转办 and 委派: the task goes to somebody else, for good or for an opinion.</summary>
public sealed partial class HumanTask
{
    /// <summary>转办: gives the task to somebody who will complete it.</summary>
    /// <param name="to">The new holder; null when there is no such person.</param>
    public Result<Done> Transfer(string userName, StaffMember? to, string? reason, DateTimeOffset now)
    {
        if (RefuseHandover(userName, to, reason) is { } refusal)
            return refusal;
        Log(new(TaskHandoverKind.Transfer, userName, to!.UserName, now, reason!.Trim()));
        Assignee = to.UserName;
        OnBehalfOf = null;
        RecordingOnly = false;
        Revision++;
        return new Done();
    }

    /// <summary>委派: asks somebody for an opinion; the caller stays the owner.</summary>
    /// <param name="to">The delegate; null when there is no such person.</param>
    public Result<Done> Delegate(string userName, StaffMember? to, string? reason, DateTimeOffset now)
    {
        if (RefuseHandover(userName, to, reason) is { } refusal)
            return refusal;
        Log(new(TaskHandoverKind.Delegation, userName, to!.UserName, now, reason!.Trim()));
        Owner = userName;
        Assignee = to.UserName;
        OnBehalfOf = null;
        Revision++;
        return new Done();
    }

    /// <summary>Returns a delegated task to its owner with an opinion in words.</summary>
    public Result<Done> ReturnToOwner(string userName, string? opinion, DateTimeOffset now)
    {
        if (RefuseUnlessHeldBy(userName) is { } refusal)
            return refusal;
        if (Owner is not { } owner)
            return new TaskNotDelegated();
        if (SubmissionCheck.RefuseText("reason", opinion, required: true) is { } badText)
            return badText;
        HandBack(owner, null, new(ReadOnlyDictionary<string, JsonElement>.Empty, opinion!.Trim()), now);
        return new Done();
    }

    private Refusal? RefuseHandover(string userName, StaffMember? to, string? reason)
    {
        if (RefuseUnlessHeldBy(userName) is { } refusal)
            return refusal;
        if (Owner is not null)
            return new TaskDelegated();
        if (RecordingOnly)
            return new TaskNotCandidate();
        if (to is null || to.Organisation != Organisation)
            return new TaskRecipientUnknown();
        if (to.UserName == userName)
            return new TaskRecipientIsHolder();
        return Excluded.Contains(to.UserName) ? new TaskPersonExcluded("to") : SubmissionCheck.RefuseText("reason", reason, required: true);
    }

    private void HandBack(string owner, string? outcome, TaskAnswer opinion, DateTimeOffset now)
    {
        Log(new(TaskHandoverKind.Return, Assignee!, owner, now, null, outcome, opinion));
        Assignee = owner;
        Owner = null;
        OnBehalfOf = null;
        Revision++;
    }
}
