using Bpm.Application.Installation;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Installation;

internal sealed class PackStore(DatabaseScope scope) : IPackStore
{
    public async Task<IReadOnlyList<PackDocument>> AllAsync(CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<PackDocument>().AsNoTracking()
            .OrderBy(d => d.Organisation).ThenBy(d => d.Kind).ThenBy(d => d.EffectiveFrom).ToListAsync(cancellationToken);
    }

    public Task PutAsync(PackDocument document, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """
        INSERT INTO "PackDocuments" ("Organisation", "Kind", "EffectiveFrom", "Json") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("Organisation", "Kind", "EffectiveFrom") DO UPDATE SET "Json" = excluded."Json"
        """,
        document.Organisation, document.Kind, (long)document.EffectiveFrom.DayNumber, document.Json);
}
