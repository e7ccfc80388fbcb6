using Bpm.Application.Idempotency;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Idempotency;

internal sealed class IdempotencyStore(DatabaseScope scope) : IIdempotencyStore
{
    private const string Place = "IdempotencyRecords.Body";

    public async Task<IdempotencyRecord?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """SELECT "BodyHash", "Body", "CreatedAt" FROM "IdempotencyRecords" WHERE "Key" = @p0""", key);
        if (!await row.ReadAsync(cancellationToken))
            return null;
        var body = session.Context.Cipher.Open(row.GetFieldValue<byte[]>(1), Place);
        return new(key, row.GetString(0), body, new(row.GetInt64(2), TimeSpan.Zero));
    }

    public Task AddAsync(IdempotencyRecord record, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """INSERT INTO "IdempotencyRecords" ("Key", "BodyHash", "Body", "CreatedAt") VALUES (@p0, @p1, @p2, @p3)""",
        record.Key, record.BodyHash, scope.Write.Context.Cipher.Seal(record.Body, Place), record.CreatedAt.UtcTicks);

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        scope.Write.Commands.ExecuteAsync("""DELETE FROM "IdempotencyRecords" WHERE "CreatedAt" < @p0""", before.UtcTicks);
}
