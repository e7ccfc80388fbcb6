using System.Text;
using Bpm.Application.Definitions;

namespace Bpm.Application.Tests.Definitions;

/// <summary>Definitions in a list, with the marks that the database keeps.</summary>
internal sealed class DefinitionStoreInMemory : IDefinitionStore
{
    public List<DefinitionRecord> All { get; } = [];

    /// <summary>What is published, by definition id.</summary>
    public Dictionary<string, DefinitionRecord> Published => All.Where(record => record.IsPublished).ToDictionary(record => record.DefinitionId);

    public Task<DefinitionRecord?> FindVersionAsync(string versionId, CancellationToken cancellationToken) => Find(record => record.Id == versionId);

    public Task<DefinitionRecord?> FindVersionAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        Find(record => record.DefinitionId == definitionId && record.Version == version);

    public Task<DefinitionRecord?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        Find(record => record.DefinitionId == definitionId && record.IsPublished);

    public Task<DefinitionRecord?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        Find(record => record.DefinitionId == definitionId && record.IsLatest);

    public Task<(int Version, string? Organisation)> LastNumberAsync(string definitionId, CancellationToken cancellationToken)
    {
        var last = All.Where(record => record.DefinitionId == definitionId).MaxBy(record => record.Version);
        return Task.FromResult((last?.Version ?? 0, last?.Organisation));
    }

    public Task<IReadOnlyList<DefinitionRecord>> PublishedAsync(string organisation, CancellationToken cancellationToken) =>
        List(record => record.Organisation == organisation && record.IsPublished);

    public Task<IReadOnlyList<DefinitionRecord>> LatestAsync(string organisation, CancellationToken cancellationToken) =>
        List(record => record.Organisation == organisation && record.IsLatest);

    public Task<IReadOnlyList<DefinitionRecord>> MentioningAsync(string organisation, string text, bool everyVersion, CancellationToken cancellationToken) =>
        List(record => Encoding.UTF8.GetString(record.Json).Contains(text, StringComparison.Ordinal));

    public Task<Page<DefinitionSummary>> ListAsync(DefinitionFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<string?> PublishedVersionIdAsync(string definitionId, CancellationToken cancellationToken) =>
        (await FindPublishedAsync(definitionId, cancellationToken))?.Id;

    public Task<string?> PublishedVersionIdAsync(string definitionId, string organisation, CancellationToken cancellationToken) =>
        PublishedVersionIdAsync(definitionId, cancellationToken);

    public Task RetractAsync(string definitionId, CancellationToken cancellationToken) => Mark(definitionId, record => record with { IsPublished = false });

    public Task AddAsync(DefinitionRecord record, CancellationToken cancellationToken)
    {
        Mark(record.DefinitionId, other => other with { IsLatest = other.IsLatest && !record.IsLatest, IsPublished = other.IsPublished && !record.IsPublished });
        All.Add(record);
        return Task.CompletedTask;
    }

    public Task ReplaceAsync(string draftId, DefinitionRecord record, CancellationToken cancellationToken)
    {
        All.RemoveAll(other => other.Id == draftId && other.IsDraft).ShouldBe(1);
        return AddAsync(record, cancellationToken);
    }

    public Task RemoveAsync(string versionId, CancellationToken cancellationToken) => Task.FromResult(All.RemoveAll(record => record.Id == versionId));

    public Task RetireAsync(string definitionId, CancellationToken cancellationToken) =>
        Mark(definitionId, record => record with { IsLatest = false, IsPublished = false });

    private Task Mark(string definitionId, Func<DefinitionRecord, DefinitionRecord> change)
    {
        for (var place = 0; place < All.Count; place++)
        {
            if (All[place].DefinitionId == definitionId)
                All[place] = change(All[place]);
        }

        return Task.CompletedTask;
    }

    private Task<DefinitionRecord?> Find(Func<DefinitionRecord, bool> which) => Task.FromResult(All.FirstOrDefault(which));

    private Task<IReadOnlyList<DefinitionRecord>> List(Func<DefinitionRecord, bool> which) =>
        Task.FromResult<IReadOnlyList<DefinitionRecord>>([.. All.Where(which)]);
}
