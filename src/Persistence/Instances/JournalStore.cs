using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

/// <summary>Reads the journal's rows, one for each burst.</summary>
internal sealed class JournalStore(DatabaseScope scope) : IJournalStore
{
    /// <inheritdoc/>
    public async Task<JournalPage> ReadAsync(string instanceId, long from, int count, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(
            """
            SELECT "Entries" FROM "Journal"
            WHERE "InstanceId" = @p0
              AND "Burst" >= coalesce((SELECT max("Burst") FROM "Journal" WHERE "InstanceId" = @p0 AND "FirstSequence" <= @p1), 0)
            ORDER BY "Burst" LIMIT @p2
            """,
            instanceId, from, (long)count);
        var bursts = new List<(IReadOnlyList<JournalEntry>, IReadOnlyList<RecordedValue>)>();
        long found = 0;
        while (found < count && await row.ReadAsync(cancellationToken))
        {
            var burst = Read(instanceId, row.GetFieldValue<byte[]>(0), session);
            found += burst.Entries.Count(entry => entry.Sequence >= from);
            bursts.Add(burst);
        }

        return JournalPage.Of(bursts, from, count);
    }

    private static (IReadOnlyList<JournalEntry> Entries, IReadOnlyList<RecordedValue> Values) Read(string instanceId, byte[] blob, DatabaseSession session)
    {
        try
        {
            return JournalBlob.Read(blob, session.Context.Cipher);
        }
        catch (InvalidStateException e)
        {
            throw new InvalidStateException($"流程实例 {instanceId}：{e.Message}", e) { InstanceId = instanceId };
        }
    }
}
