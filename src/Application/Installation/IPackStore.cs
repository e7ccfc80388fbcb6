namespace Bpm.Application.Installation;

/// <summary>Documents of the packs.</summary>
public interface IPackStore
{
    Task<IReadOnlyList<PackDocument>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a document, or replaces the one of the same organisation, kind and day.</summary>
    Task PutAsync(PackDocument document, CancellationToken cancellationToken);
}
