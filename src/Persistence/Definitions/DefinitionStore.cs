using System.Linq.Expressions;
using System.Text;
using Bpm.Application;
using Bpm.Application.Definitions;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Definitions;

/// <summary>Writes at once and not at the transaction's end, so that one transaction may add many versions and read them.</summary>
internal sealed class DefinitionStore(DatabaseScope scope) : IDefinitionStore
{
    public Task<DefinitionRecord?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.Id == versionId, cancellationToken);

    public Task<DefinitionRecord?> FindVersionAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        FindAsync(d => d.DefinitionId == definitionId && d.Version == version, cancellationToken);

    public Task<DefinitionRecord?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.DefinitionId == definitionId && d.IsPublished, cancellationToken);

    public Task<DefinitionRecord?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);

    public async Task<IReadOnlyList<DefinitionRecord>> PublishedAsync(string organisation, CancellationToken cancellationToken) =>
        await (await SetAsync(cancellationToken))
            .Where(d => d.Organisation == organisation && d.IsPublished).OrderBy(d => d.DefinitionId).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DefinitionRecord>> LatestAsync(string organisation, CancellationToken cancellationToken) =>
        await (await SetAsync(cancellationToken))
            .Where(d => d.Organisation == organisation && d.IsLatest).OrderBy(d => d.DefinitionId).ToListAsync(cancellationToken);

    public async Task<(int Version, string? Organisation)> LastNumberAsync(string definitionId, CancellationToken cancellationToken)
    {
        var last = await (await SetAsync(cancellationToken)).Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, d.Organisation }).FirstOrDefaultAsync(cancellationToken);
        return (last?.Version ?? 0, last?.Organisation);
    }

    // The drawing is a blob: it is searched as text, which no index helps with; asked for deletions and lists of users only.
    public async Task<IReadOnlyList<DefinitionRecord>> MentioningAsync(
        string organisation, string text, bool everyVersion, CancellationToken cancellationToken)
    {
        var found = new List<DefinitionRecord>();
        var wanted = Encoding.UTF8.GetBytes($"\"{text}\"");
        await foreach (var record in (await SetAsync(cancellationToken))
            .Where(d => d.Organisation == organisation && (everyVersion || d.IsLatest || d.IsPublished)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (record.Json.AsSpan().IndexOf(wanted) >= 0)
                found.Add(record);
        }

        return found;
    }

    public async Task<Page<DefinitionSummary>> ListAsync(DefinitionFilter filter, CancellationToken cancellationToken)
    {
        var wanted = DefinitionLists.Wanted(await SetAsync(cancellationToken), filter);
        var rows = await DefinitionLists.Ordered(wanted, filter).Skip(filter.Page * filter.PageSize).Take(filter.PageSize)
            .Select(d => new DefinitionSummary(
                d.Id, d.DefinitionId, d.Organisation, d.Version, d.Name, d.Description, d.IsLatest, d.IsPublished, d.CreatedAt, d.Author, d.Note, d.Revision,
                d.SavedAt, d.SavedBy, d.PublishedAt, d.ApprovedBy))
            .ToListAsync(cancellationToken);
        return new(rows, await wanted.CountAsync(cancellationToken));
    }

    public async Task<string?> PublishedVersionIdAsync(string definitionId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Commands.Bind("""SELECT "Id" FROM "Definitions" WHERE "DefinitionId" = @p0 AND "IsPublished" """, definitionId)
            .ExecuteScalarAsync(cancellationToken) as string;
    }

    public async Task<string?> PublishedVersionIdAsync(string definitionId, string organisation, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Commands
            .Bind("""SELECT "Id" FROM "Definitions" WHERE "DefinitionId" = @p0 AND "IsPublished" AND "Organisation" = @p1""", definitionId, organisation)
            .ExecuteScalarAsync(cancellationToken) as string;
    }

    public Task RetractAsync(string definitionId, CancellationToken cancellationToken) =>
        scope.Write.Commands.ExecuteAsync("""UPDATE "Definitions" SET "IsPublished" = 0 WHERE "DefinitionId" = @p0 AND "IsPublished" """, definitionId);

    public async Task AddAsync(DefinitionRecord record, CancellationToken cancellationToken)
    {
        await TakeMarksAsync(record, cancellationToken);
        var entry = scope.Write.Context.Set<DefinitionRecord>().Add(record);
        await scope.Write.SaveAsync();
        entry.State = EntityState.Detached;
    }

    public async Task ReplaceAsync(string draftId, DefinitionRecord record, CancellationToken cancellationToken)
    {
        var removed = await scope.Write.Context.Set<DefinitionRecord>().Where(d => d.Id == draftId && d.PublishedAt == null).ExecuteDeleteAsync(cancellationToken);
        if (removed == 0)
            throw new InvalidOperationException($"Version {draftId} is no draft: it may not be replaced.");
        await AddAsync(record, cancellationToken);
    }

    public async Task RemoveAsync(string versionId, CancellationToken cancellationToken)
    {
        var all = scope.Write.Context.Set<DefinitionRecord>();
        if (await all.AsNoTracking().FirstOrDefaultAsync(d => d.Id == versionId, cancellationToken) is not { } removed)
            return;
        await all.Where(d => d.Id == versionId).ExecuteDeleteAsync(cancellationToken);
        if (!removed.IsLatest)
            return;
        var last = await all.Where(d => d.DefinitionId == removed.DefinitionId).MaxAsync(d => (int?)d.Version, cancellationToken);
        await all.Where(d => d.DefinitionId == removed.DefinitionId && d.Version == last)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsLatest, true), cancellationToken);
    }

    public Task RetireAsync(string definitionId, CancellationToken cancellationToken) =>
        scope.Write.Context.Set<DefinitionRecord>().Where(d => d.DefinitionId == definitionId)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsLatest, false).SetProperty(d => d.IsPublished, false), cancellationToken);

    private async Task TakeMarksAsync(DefinitionRecord record, CancellationToken cancellationToken)
    {
        var others = scope.Write.Context.Set<DefinitionRecord>().Where(d => d.DefinitionId == record.DefinitionId);
        if (record.IsLatest)
            await others.Where(d => d.IsLatest).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsLatest, false), cancellationToken);
        if (record.IsPublished)
            await others.Where(d => d.IsPublished).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPublished, false), cancellationToken);
    }

    private async Task<DefinitionRecord?> FindAsync(Expression<Func<DefinitionRecord, bool>> which, CancellationToken cancellationToken) =>
        await (await SetAsync(cancellationToken)).FirstOrDefaultAsync(which, cancellationToken);

    private async Task<IQueryable<DefinitionRecord>> SetAsync(CancellationToken cancellationToken) =>
        (await scope.ReadAsync(cancellationToken)).Context.Set<DefinitionRecord>().AsNoTracking();
}
