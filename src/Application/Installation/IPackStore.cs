namespace Bpm.Application.Installation;

/// <summary>Documents of the packs.</summary>
public interface IPackStore
{
    Task<IReadOnlyList<PackDocument>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Differs from an earlier one where a document was added, changed or removed since.</summary>
    Task<string> StampAsync(CancellationToken cancellationToken);

    /// <summary>Those of one organisation.</summary>
    Task<IReadOnlyList<PackDocument>> OfAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>Adds a document, or replaces the one of the same organisation, kind and day.</summary>
    Task PutAsync(PackDocument document, CancellationToken cancellationToken);

    /// <summary>Takes a document out of force.</summary>
    Task RemoveAsync(PackDocument document, CancellationToken cancellationToken);

    /// <summary>Keeps a document as it was before it is replaced or removed.</summary>
    Task KeepAsync(PackDocument document, CancellationToken cancellationToken);

    /// <summary>Earlier states of the documents of a kind, the newest first.</summary>
    Task<Page<DocumentVersion>> HistoryAsync(string organisation, string kind, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>The JSON of an earlier state, or null.</summary>
    Task<byte[]?> FindVersionAsync(string organisation, string kind, DateOnly effectiveFrom, long revision, CancellationToken cancellationToken);
}
