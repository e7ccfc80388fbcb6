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

    private const string Rows =
        $"""
        SELECT "Id", "DefinitionId", "VersionId", "Version", "CorrelationId", "Status", "SubStatus", "CreatedAt", "UpdatedAt" {Wanted}
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
            rows.Add(new(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4),
                Code(row.GetString(5)), Code(row.GetString(6)), new(row.GetInt64(7), TimeSpan.Zero), new(row.GetInt64(8), TimeSpan.Zero)));
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

    private static string Code(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
