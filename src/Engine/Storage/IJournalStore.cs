namespace Bpm.Engine.Storage;

/// <summary>Reads journals. They are written with their bursts (<see cref="IInstanceStore.CommitAsync"/>).</summary>
public interface IJournalStore
{
    /// <summary>A part of an instance's journal, in order.</summary>
    /// <param name="instanceId">The instance; an unknown one has an empty journal.</param>
    /// <param name="from">First sequence number wanted; the journal begins with 1.</param>
    /// <param name="count">Most entries wanted, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidStateException">A burst's entries cannot be read.</exception>
    Task<JournalPage> ReadAsync(string instanceId, long from, int count, CancellationToken cancellationToken);
}
