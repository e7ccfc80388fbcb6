namespace Bpm.Application.Outbox;

/// <summary>Messages to outside systems.</summary>
public interface IOutbox
{
    /// <summary>Adds a message within the running transaction. Its due row is the caller's business.</summary>
    void Add(OutboxMessage message);

    /// <summary>A message, tracked inside a transaction; null when unknown.</summary>
    Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>All messages of a case, oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken);
}
