using System.Linq.Expressions;
using Bpm.Application.Definitions;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Definitions;

/// <summary>Writes at once and not at the transaction's end, so that one transaction may add many versions and read them.</summary>
internal sealed class DefinitionStore(DatabaseScope scope) : IDefinitionStore
{
    public Task<DefinitionRecord?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.Id == versionId, cancellationToken);

    public Task<DefinitionRecord?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.DefinitionId == definitionId && d.IsPublished, cancellationToken);

    public Task<DefinitionRecord?> FindLatestAsync(string definitionId, CancellationToken cancellationToken) =>
        FindAsync(d => d.DefinitionId == definitionId && d.IsLatest, cancellationToken);

    public async Task<IReadOnlyList<DefinitionRecord>> PublishedAsync(string organisation, CancellationToken cancellationToken) =>
        await (await SetAsync(cancellationToken))
            .Where(d => d.Organisation == organisation && d.IsPublished).OrderBy(d => d.DefinitionId).ToListAsync(cancellationToken);

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
        var all = scope.Write.Context.Set<DefinitionRecord>();
        var others = all.Where(d => d.DefinitionId == record.DefinitionId);
        if (record.IsLatest)
            await others.Where(d => d.IsLatest).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsLatest, false), cancellationToken);
        if (record.IsPublished)
            await others.Where(d => d.IsPublished).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPublished, false), cancellationToken);
        var entry = all.Add(record);
        await scope.Write.SaveAsync();
        entry.State = EntityState.Detached;
    }

    private async Task<DefinitionRecord?> FindAsync(Expression<Func<DefinitionRecord, bool>> which, CancellationToken cancellationToken) =>
        await (await SetAsync(cancellationToken)).FirstOrDefaultAsync(which, cancellationToken);

    private async Task<IQueryable<DefinitionRecord>> SetAsync(CancellationToken cancellationToken) =>
        (await scope.ReadAsync(cancellationToken)).Context.Set<DefinitionRecord>().AsNoTracking();
}
