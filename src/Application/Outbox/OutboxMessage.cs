namespace Bpm.Application.Outbox;

/// <summary>A call to an outside system that was committed with the change that caused it. Holds ids, never a case's text.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    public OutboxMessage(string organisation, Guid caseId, string system, string kind, string reference, DateTimeOffset createdAt) =>
        (Id, Organisation, CaseId, System, Kind, Reference, CreatedAt, State) =
        (Guid.CreateVersion7(), organisation, caseId, system, kind, reference, createdAt, OutboxState.Pending);

    /// <summary>Also the idempotency key towards the outside system.</summary>
    public Guid Id { get; private set; }
    public string Organisation { get; private set; } = "";
    public Guid CaseId { get; private set; }

    /// <summary>Code of the outside system, as in organisation.json.</summary>
    public string System { get; private set; } = "";

    /// <summary>What is asked of it: <c>push</c>, <c>reply</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Id of what is meant: a department code, a reply id.</summary>
    public string Reference { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public int Attempts { get; private set; }
    public OutboxState State { get; private set; }

    /// <summary>Why the last attempt failed; no personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>Records that the outside system took the message.</summary>
    public void Delivered(DateTimeOffset at) => (State, DeliveredAt, Attempts, LastError) = (OutboxState.Delivered, at, Attempts + 1, null);

    /// <summary>Staff want it tried again; the attempts are counted anew.</summary>
    public void TryAgain() => (State, Attempts) = (OutboxState.Pending, 0);

    /// <summary>Records a failed attempt.</summary>
    /// <returns>How long to wait before the next, or null when staff must look at it.</returns>
    public TimeSpan? Failed(string error)
    {
        Attempts++;
        LastError = error;
        if (Attempts < 12)
            return TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, Attempts)));
        State = OutboxState.Incident;
        return null;
    }
}
