using System.Text.Json;
using Bpm.Application.Http;
using Bpm.Persistence.Encryption;
using Bpm.Persistence.Scopes;
using Bpm.Workflows.Http;

namespace Bpm.Persistence.Http;

internal sealed class HttpCallStore(DatabaseScope scope) : IHttpCalls
{
    private const string OrderPlace = "HttpCalls.Order";
    private const string ResultPlace = "HttpCalls.Result";

    public Task AddAsync(HttpCall call, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """
        INSERT INTO "HttpCalls" ("Id", "Organisation", "InstanceId", "BookmarkId", "CreatedAt", "Attempts", "Order", "Result")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """,
        Key(call.Id), call.Organisation, call.InstanceId, call.Order.BookmarkId, call.CreatedAt.UtcTicks, (long)call.Attempts,
        Cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(call.Order), OrderPlace), SealedResult(call));

    public async Task<HttpCall?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """SELECT "Organisation", "InstanceId", "CreatedAt", "Attempts", "Order", "Result" FROM "HttpCalls" WHERE "Id" = @p0""", Key(id));
        if (!await row.ReadAsync(cancellationToken))
            return null;
        var cipher = session.Context.Cipher;
        var order = JsonSerializer.Deserialize<HttpOrder>(cipher.Open(row.GetFieldValue<byte[]>(4), OrderPlace))!;
        var result = row.IsDBNull(5) ? null : JsonSerializer.Deserialize<HttpResult>(cipher.Open(row.GetFieldValue<byte[]>(5), ResultPlace));
        return new(id, row.GetString(0), row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero), row.GetInt32(3), order, result);
    }

    public async Task<Guid?> FindAsync(string instanceId, string bookmarkId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var id = await session.Commands.Bind("""SELECT "Id" FROM "HttpCalls" WHERE "InstanceId" = @p0 AND "BookmarkId" = @p1""", instanceId, bookmarkId)
            .ExecuteScalarAsync(cancellationToken);
        return id is string text ? Guid.Parse(text) : null;
    }

    public Task UpdateAsync(HttpCall call, CancellationToken cancellationToken) => scope.Write.Commands.ExecuteAsync(
        """UPDATE "HttpCalls" SET "Attempts" = @p0, "Result" = @p1 WHERE "Id" = @p2""", (long)call.Attempts, SealedResult(call), Key(call.Id));

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        scope.Write.Commands.ExecuteAsync("""DELETE FROM "HttpCalls" WHERE "Id" = @p0""", Key(id));

    private TextCipher Cipher => scope.Write.Context.Cipher;

    private byte[]? SealedResult(HttpCall call) =>
        call.Result is null ? null : Cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(call.Result), ResultPlace);

    private static string Key(Guid id) => id.ToString("N");
}
