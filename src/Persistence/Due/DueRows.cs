using Bpm.Application.Due;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Due;

internal sealed class DueRows(DatabaseScope scope) : IDueRows
{
    public Task PutAsync(
        DueKind kind, string organisation, string subject, string reference, DateTimeOffset dueAt, byte[]? payload,
        CancellationToken cancellationToken) =>
        DueCommands.PutAsync(scope.Write, kind, organisation, subject, reference, dueAt, payload);

    public Task RemoveAsync(DueKind kind, string subject, string reference, CancellationToken cancellationToken) =>
        DueCommands.RemoveAsync(scope.Write, kind, subject, reference);

    public async Task<bool> AnyAsync(DueKind kind, string subject, string reference, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Commands.Bind(
            """SELECT 1 FROM "DueRows" WHERE "Subject" = @p0 AND "Kind" = @p1 AND "Reference" = @p2""", subject, (long)kind, reference)
            .ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<bool> TakeAsync(long id, CancellationToken cancellationToken) =>
        await scope.Write.Commands.ExecuteAsync("""DELETE FROM "DueRows" WHERE "Id" = @p0""", id) > 0;

    public async Task<IReadOnlyList<DueRow>> NextAsync(DateTimeOffset until, int count, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """
            SELECT "Id", "DueAt", "Kind", "Organisation", "Subject", "Reference", "Payload" FROM "DueRows"
            WHERE "DueAt" <= @p0 ORDER BY "DueAt", "Id" LIMIT @p1
            """,
            until.UtcTicks, (long)count);
        var rows = new List<DueRow>();
        while (await row.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                row.GetInt64(0), new(row.GetInt64(1), TimeSpan.Zero), (DueKind)row.GetInt32(2), row.GetString(3),
                row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6)));
        }

        return rows;
    }

    public async Task<DateTimeOffset?> FirstDueAsync(CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var first = await session.Commands.Bind("""SELECT min("DueAt") FROM "DueRows" """).ExecuteScalarAsync(cancellationToken);
        return first is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }
}
