namespace Bpm.Application.Definitions;

/// <summary>Stored versions of definitions. A version's JSON never changes once it is published.</summary>
public interface IDefinitionStore
{
    Task<DefinitionRecord?> FindVersionAsync(string versionId, CancellationToken cancellationToken);

    Task<DefinitionRecord?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken);

    Task<DefinitionRecord?> FindLatestAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>All published versions of an organisation.</summary>
    Task<IReadOnlyList<DefinitionRecord>> PublishedAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>The id of the published version, or null: the one question asked at each start of a case, answered by an index.</summary>
    Task<string?> PublishedVersionIdAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The same, of this organisation only.</summary>
    Task<string?> PublishedVersionIdAsync(string definitionId, string organisation, CancellationToken cancellationToken);

    /// <summary>Takes the mark published from a definition: nothing starts it any more.</summary>
    Task RetractAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Adds a version and takes the marks latest and published, where it has them, from all others of its definition.</summary>
    Task AddAsync(DefinitionRecord record, CancellationToken cancellationToken);
}
