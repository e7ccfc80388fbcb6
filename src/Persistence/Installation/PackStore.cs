using Bpm.Application;
using Bpm.Application.Installation;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Installation;

internal sealed class PackStore(DatabaseScope scope) : IPackStore
{
    public async Task<IReadOnlyList<PackDocument>> AllAsync(CancellationToken cancellationToken) =>
        await Ordered((await scope.ReadAsync(cancellationToken)).Context.Set<PackDocument>()).ToListAsync(cancellationToken);

    public async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        using var row = await (await scope.ReadAsync(cancellationToken)).Commands.QueryAsync(
            """SELECT count(*), sum("Revision"), max("SavedAt"), sum(length("Json")) FROM "PackDocuments" """);
        await row.ReadAsync(cancellationToken);
        return string.Join('.', Enumerable.Range(0, 4).Select(column => row.IsDBNull(column) ? 0 : row.GetInt64(column)));
    }

    public async Task<IReadOnlyList<PackDocument>> OfAsync(string organisation, CancellationToken cancellationToken) =>
        await Ordered((await scope.ReadAsync(cancellationToken)).Context.Set<PackDocument>().Where(d => d.Organisation == organisation)).ToListAsync(cancellationToken);

    public Task PutAsync(PackDocument document, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """
        INSERT INTO "PackDocuments" ("Organisation", "Kind", "EffectiveFrom", "Json", "Revision", "SavedAt", "SavedBy", "Note")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        ON CONFLICT ("Organisation", "Kind", "EffectiveFrom") DO UPDATE SET "Json" = excluded."Json", "Revision" = excluded."Revision",
            "SavedAt" = excluded."SavedAt", "SavedBy" = excluded."SavedBy", "Note" = excluded."Note"
        """,
        document.Organisation, document.Kind, (long)document.EffectiveFrom.DayNumber, document.Json, document.Revision, document.SavedAt.UtcTicks,
        document.SavedBy, document.Note);

    public Task RemoveAsync(PackDocument document, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """DELETE FROM "PackDocuments" WHERE "Organisation" = @p0 AND "Kind" = @p1 AND "EffectiveFrom" = @p2""",
        document.Organisation, document.Kind, (long)document.EffectiveFrom.DayNumber);

    // A rule set that was removed may be made anew for the same day: its numbers begin again, and the last removed one is kept.
    public Task KeepAsync(PackDocument document, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """
        INSERT INTO "PackDocumentVersions" ("Organisation", "Kind", "EffectiveFrom", "Json", "Revision", "SavedAt", "SavedBy", "Note")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        ON CONFLICT ("Organisation", "Kind", "EffectiveFrom", "Revision") DO UPDATE SET "Json" = excluded."Json",
            "SavedAt" = excluded."SavedAt", "SavedBy" = excluded."SavedBy", "Note" = excluded."Note"
        """,
        document.Organisation, document.Kind, (long)document.EffectiveFrom.DayNumber, document.Json, document.Revision, document.SavedAt.UtcTicks,
        document.SavedBy, document.Note);

    public async Task<Page<DocumentVersion>> HistoryAsync(string organisation, string kind, int page, int pageSize, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        var total = Convert.ToInt32(
            await commands.Bind("""SELECT count(*) FROM "PackDocumentVersions" WHERE "Organisation" = @p0 AND "Kind" = @p1""", organisation, kind)
                .ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        using var row = await commands.QueryAsync(
            """
            SELECT "EffectiveFrom", "Revision", "SavedAt", "SavedBy", "Note" FROM "PackDocumentVersions"
            WHERE "Organisation" = @p0 AND "Kind" = @p1 ORDER BY "SavedAt" DESC, "Revision" DESC LIMIT @p2 OFFSET @p3
            """,
            organisation, kind, (long)pageSize, (long)page * pageSize);
        var versions = new List<DocumentVersion>();
        while (await row.ReadAsync(cancellationToken))
        {
            versions.Add(new(
                kind, DateOnly.FromDayNumber(row.GetInt32(0)), row.GetInt64(1), new(row.GetInt64(2), TimeSpan.Zero), row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4)));
        }

        return new(versions, total);
    }

    public async Task<byte[]?> FindVersionAsync(string organisation, string kind, DateOnly effectiveFrom, long revision, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Commands.Bind(
            """SELECT "Json" FROM "PackDocumentVersions" WHERE "Organisation" = @p0 AND "Kind" = @p1 AND "EffectiveFrom" = @p2 AND "Revision" = @p3""",
            organisation, kind, (long)effectiveFrom.DayNumber, revision).ExecuteScalarAsync(cancellationToken) as byte[];

    private static IQueryable<PackDocument> Ordered(IQueryable<PackDocument> documents) =>
        documents.AsNoTracking().OrderBy(d => d.Organisation).ThenBy(d => d.Kind).ThenBy(d => d.EffectiveFrom);
}
