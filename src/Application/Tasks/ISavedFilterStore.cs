namespace Bpm.Application.Tasks;

/// <summary>Saved filters of staff. Inside a transaction what is found is tracked.</summary>
public interface ISavedFilterStore
{
    void Add(SavedFilter filter);

    void Remove(SavedFilter filter);

    /// <summary>All of one person, by name.</summary>
    Task<IReadOnlyList<SavedFilter>> OfAsync(string userName, CancellationToken cancellationToken);
}
