namespace Bpm.Application.Definitions;

/// <summary>Stored versions of definitions. A version's JSON never changes once it is published.</summary>
public interface IDefinitionStore
{
    Task<DefinitionRecord?> FindVersionAsync(string versionId, CancellationToken cancellationToken);

    /// <summary>The version of this number, or null.</summary>
    Task<DefinitionRecord?> FindVersionAsync(string definitionId, int version, CancellationToken cancellationToken);

    Task<DefinitionRecord?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken);

    Task<DefinitionRecord?> FindLatestAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The highest number that a version of the definition has, 0 where there is none, and the organisation whose definition it is.</summary>
    Task<(int Version, string? Organisation)> LastNumberAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>All published versions of an organisation.</summary>
    Task<IReadOnlyList<DefinitionRecord>> PublishedAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>The newest version of each definition of an organisation.</summary>
    Task<IReadOnlyList<DefinitionRecord>> LatestAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>A page of versions without their drawings.</summary>
    Task<Page<DefinitionSummary>> ListAsync(DefinitionFilter filter, CancellationToken cancellationToken);

    /// <summary>The id of the published version, or null: the one question asked at each start of a case, answered by an index.</summary>
    Task<string?> PublishedVersionIdAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The same, of this organisation only.</summary>
    Task<string?> PublishedVersionIdAsync(string definitionId, string organisation, CancellationToken cancellationToken);

    /// <summary>Takes the mark published from a definition: nothing starts it any more.</summary>
    Task RetractAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Adds a version and takes the marks latest and published, where it has them, from all others of its definition.</summary>
    Task AddAsync(DefinitionRecord record, CancellationToken cancellationToken);

    /// <summary>Puts a version in the place of a draft: saved anew, renumbered or published. Marks as <see cref="AddAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The version to replace is no draft.</exception>
    Task ReplaceAsync(string draftId, DefinitionRecord record, CancellationToken cancellationToken);

    /// <summary>Removes a version. Where it was the latest, the highest that is left is from now on.</summary>
    Task RemoveAsync(string versionId, CancellationToken cancellationToken);

    /// <summary>Takes a definition out of all lists: no version is latest or published any more.</summary>
    Task RetireAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The versions of an organisation in whose drawing a text occurs; to be looked at more closely.</summary>
    /// <param name="everyVersion">False for the newest and the published ones only.</param>
    Task<IReadOnlyList<DefinitionRecord>> MentioningAsync(string organisation, string text, bool everyVersion, CancellationToken cancellationToken);
}
