using System.Data.Common;
using System.Globalization;
using Bpm.Application;
using Bpm.Application.Instances;
using Bpm.Engine.Execution;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

internal sealed class InstanceQueries(DatabaseScope scope) : IInstanceQueries
{
    private const string Wanted =
        """
        FROM "WorkflowInstances" WHERE "Organisation" = @p0 AND (@p1 IS NULL OR "DefinitionId" = @p1)
            AND (@p2 IS NULL OR "CorrelationId" = @p2) AND (@p3 IS NULL OR "Status" = @p3)
        """;

    private const string Columns = """ "Id", "DefinitionId", "VersionId", "Version", "CorrelationId", "Status", "SubStatus", "CreatedAt", "UpdatedAt" """;

    // An instance that ended by a fault can be mended.
    private const string Open = """ ("Status" = 'Running' OR "SubStatus" = 'Faulted') """;

    private const string Rows =
        $"""
        SELECT {Columns} {Wanted}
        ORDER BY "CreatedAt" DESC, "Id" DESC LIMIT @p4 OFFSET @p5
        """;

    public async Task<Page<InstanceRow>> ListAsync(InstanceFilter filter, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        var status = filter.Running switch { true => nameof(WorkflowStatus.Running), false => nameof(WorkflowStatus.Finished), null => null };
        var total = await commands.Bind($"SELECT count(*) {Wanted}", filter.Organisation, filter.DefinitionId, filter.CorrelationId, status)
            .ExecuteScalarAsync(cancellationToken);
        using var row = await commands.QueryAsync(
            Rows, filter.Organisation, filter.DefinitionId, filter.CorrelationId, status, (long)filter.PageSize, (long)filter.Page * filter.PageSize);
        var rows = new List<InstanceRow>();
        while (await row.ReadAsync(cancellationToken))
        {
            rows.Add(Row(row));
        }

        return new(rows, Convert.ToInt32(total, CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyDictionary<string, (int Running, int Finished)>> CountAsync(string definitionId, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        using var row = await commands.QueryAsync(
            """
            SELECT "VersionId", sum(CASE WHEN "Status" = 'Running' THEN 1 ELSE 0 END), count(*)
            FROM "WorkflowInstances" WHERE "DefinitionId" = @p0 GROUP BY "VersionId"
            """,
            definitionId);
        var counts = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
            counts[row.GetString(0)] = (row.GetInt32(1), row.GetInt32(2) - row.GetInt32(1));
        return counts;
    }

    public async Task<IReadOnlyDictionary<string, int>> CountOpenAsync(string organisation, string definitionId, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        using var row = await commands.QueryAsync(
            $"""SELECT "VersionId", count(*) FROM "WorkflowInstances" WHERE "Organisation" = @p0 AND "DefinitionId" = @p1 AND {Open} GROUP BY "VersionId" """,
            organisation, definitionId);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
            counts[row.GetString(0)] = row.GetInt32(1);
        return counts;
    }

    public async Task<IReadOnlyList<InstanceRow>> OpenAsync(string organisation, string versionId, int most, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        using var row = await commands.QueryAsync(
            $"""
            SELECT {Columns} FROM "WorkflowInstances" WHERE "Organisation" = @p0 AND "VersionId" = @p1 AND {Open}
            ORDER BY "CreatedAt", "CorrelationId", "Id" LIMIT @p2
            """,
            organisation, versionId, (long)most);
        var rows = new List<InstanceRow>();
        while (await row.ReadAsync(cancellationToken))
            rows.Add(Row(row));
        return rows;
    }

    private static InstanceRow Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4),
        Code(row.GetString(5)), Code(row.GetString(6)), new(row.GetInt64(7), TimeSpan.Zero), new(row.GetInt64(8), TimeSpan.Zero));

    private static string Code(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
