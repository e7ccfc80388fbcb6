namespace Bpm.Domain.FollowUp;

/// <summary>One logged call back (回访).</summary>
public sealed class FollowUpAttempt
{
    private FollowUpAttempt()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>1 for the first call of the case, then counting up over all rounds.</summary>
    public int Attempt { get; private set; }

    public FollowUpResult Result { get; private set; }

    /// <summary>User name of the caller.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>What the customer said; null when nothing was noted.</summary>
    public Confidential<string?> Note { get; private set; } = null!;

    internal static FollowUpAttempt Log(Guid caseId, int attempt, FollowUpResult result, string by, DateTimeOffset at, Confidential<string?> note) => new()
    {
        Id = OrderedId.New(at),
        CaseId = caseId,
        Attempt = attempt,
        Result = result,
        By = by,
        At = at,
        Note = note,
    };
}
