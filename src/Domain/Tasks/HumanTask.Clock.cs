using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <content>延期、暂停、恢复: what was asked for the clock of the task; the clock itself is the case's.</content>
public sealed partial class HumanTask
{
    /// <summary>The request that waits for a decision, or null.</summary>
    public ClockRequest? PendingClockRequest => ClockRequests?.Value.FirstOrDefault(request => request.Granted is null);

    /// <summary>Why its holder may not ask for it; null where nothing of the task speaks against it.</summary>
    internal Refusal? RefuseClockRequest(string by, ClockRequestKind kind, string? reason, ClockChangeProfile allowed)
    {
        if (kind == ClockRequestKind.Extend ? !allowed.Extension : !allowed.Pause)
            return new ClockChangesOff(kind);
        if (RefuseUnlessHeldBy(by) is { } refusal)
            return refusal;
        if (Owner is not null)
            return new TaskDelegated();
        return PendingClockRequest is not null ? new ClockRequestPending() : SubmissionCheck.RefuseText("reason", reason, required: true);
    }

    /// <summary>Keeps a request.</summary>
    internal void Ask(ClockRequest request)
    {
        ClockRequests = new([.. ClockRequests?.Value ?? [], request], Handovers.Sealed);
        Revision++;
    }

    /// <summary>Keeps what became of the request that waits.</summary>
    internal void DecideClockRequest(bool granted, string by, DateTimeOffset now)
    {
        ClockRequests = ClockRequests! with
        {
            Value = [.. ClockRequests.Value.Select(request => request.Granted is null ? request with { Granted = granted, DecidedBy = by, DecidedAt = now } : request)],
        };
        Revision++;
    }
}
