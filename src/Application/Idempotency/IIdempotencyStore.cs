namespace Bpm.Application.Idempotency;

/// <summary>Answers already given. Written in the transaction of the change that they answer.</summary>
public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> FindAsync(string key, CancellationToken cancellationToken);

    Task AddAsync(IdempotencyRecord record, CancellationToken cancellationToken);

    /// <summary>Forgets records made before a moment.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
