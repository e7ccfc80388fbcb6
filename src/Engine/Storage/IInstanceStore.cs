using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Storage;

/// <summary>Where instances live. The implementer decides the transaction; a burst is stored whole or not at all.</summary>
public interface IInstanceStore
{
    /// <summary>The stored instance, or null.</summary>
    /// <exception cref="InvalidStateException">Its state cannot be read.</exception>
    Task<WorkflowInstance?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stores what a burst changed, its <see cref="Burst.Children"/> first. Does nothing for a burst that changed nothing.</summary>
    /// <exception cref="Incidents.ConcurrencyConflictException">Another burst was stored since the instance was loaded.</exception>
    Task CommitAsync(Burst burst, CancellationToken cancellationToken);

    /// <summary>Bookmarks that fit a stimulus, oldest first.</summary>
    /// <param name="hash">See <see cref="Stimulus.Hash"/>.</param>
    /// <param name="tenantId">Only instances of this tenant (null: of none): nobody hears another's stimuli.</param>
    /// <param name="correlationId">Only instances of this correlation id; null means all.</param>
    Task<IReadOnlyList<BookmarkMatch>> MatchAsync(string hash, string? tenantId, string? correlationId, CancellationToken cancellationToken);
}
