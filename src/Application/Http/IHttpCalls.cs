namespace Bpm.Application.Http;

/// <summary>Requests to outside systems that are under way. Writing needs a running transaction.</summary>
public interface IHttpCalls
{
    /// <summary>Adds a call.</summary>
    Task AddAsync(HttpCall call, CancellationToken cancellationToken);

    /// <summary>A call, or null when it is done or withdrawn.</summary>
    Task<HttpCall?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The id of the call that a bookmark waits for, or null.</summary>
    Task<Guid?> FindAsync(string instanceId, string bookmarkId, CancellationToken cancellationToken);

    /// <summary>Stores a call's attempts and result.</summary>
    Task UpdateAsync(HttpCall call, CancellationToken cancellationToken);

    /// <summary>Removes a call with all its text.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);
}
