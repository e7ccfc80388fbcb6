using System.Data.Common;
using Bpm.Application.Triggers;
using Bpm.Engine.Triggers;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Triggers;

internal sealed class TriggerIndex(DatabaseScope scope) : ITriggerIndex
{
    private const string Columns =
        """
        "DefinitionId", "NodePath", "Number", "Organisation", "VersionId", "ActivityId", "ActivityType", "Kind", "Hash", "Payload", "Timetable", "Since"
        """;

    public Task<IReadOnlyList<TriggerRow>> OfDefinitionAsync(string definitionId, CancellationToken cancellationToken) => ReadAsync(
        $"""SELECT {Columns} FROM "Triggers" WHERE "DefinitionId" = @p0 ORDER BY "NodePath", "Number" """, [definitionId], cancellationToken);

    public Task<IReadOnlyList<TriggerRow>> MatchAsync(string hash, string organisation, CancellationToken cancellationToken) => ReadAsync(
        $"""SELECT {Columns} FROM "Triggers" WHERE "Hash" = @p0 AND "Organisation" = @p1 ORDER BY "DefinitionId", "NodePath", "Number" """,
        [hash, organisation], cancellationToken);

    public async Task ReplaceAsync(string definitionId, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken)
    {
        var commands = scope.Write.Commands;
        await commands.ExecuteAsync("""DELETE FROM "Triggers" WHERE "DefinitionId" = @p0""", definitionId);
        foreach (var row in triggers)
        {
            await commands.ExecuteAsync(
                $"""INSERT INTO "Triggers" ({Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)""",
                row.DefinitionId, row.NodePath, (long)row.Number, row.Organisation, row.VersionId, row.ActivityId, row.ActivityType, (long)row.Kind,
                row.Hash, row.Payload, row.Timetable, row.Since.UtcTicks);
        }
    }

    private async Task<IReadOnlyList<TriggerRow>> ReadAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(sql, values);
        var rows = new List<TriggerRow>();
        while (await row.ReadAsync(cancellationToken))
            rows.Add(Row(row));
        return rows;
    }

    private static TriggerRow Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        (TriggerKind)row.GetInt32(7), Text(row, 8), Text(row, 9), Text(row, 10), new(row.GetInt64(11), TimeSpan.Zero));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
