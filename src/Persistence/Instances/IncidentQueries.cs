using System.Globalization;
using Bpm.Application;
using Bpm.Application.Instances.Incidents;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Instances;

internal sealed class IncidentQueries(DatabaseScope scope) : IIncidentQueries
{
    private const string Open = """FROM "Incidents" AS x WHERE x."Organisation" = @p0 AND x."ResolvedAt" IS NULL AND (@p1 IS NULL OR x."DefinitionId" = @p1)""";

    // The page first, from the index of open ones; then what belongs to its few rows.
    private const string Rows =
        $"""
        SELECT o."Id", o."InstanceId", o."DefinitionId", coalesce(d."Name", o."DefinitionId"), i."Version", o."ActivityId", o."StepName", o."ActivityInstanceId",
            o."Message", o."At", i."SubStatus"
        FROM (SELECT x.* {Open} ORDER BY x."At" DESC, x."Id" DESC LIMIT @p2 OFFSET @p3) AS o
        JOIN "WorkflowInstances" AS i ON i."Id" = o."InstanceId" LEFT JOIN "Definitions" AS d ON d."Id" = i."VersionId"
        ORDER BY o."At" DESC, o."Id" DESC
        """;

    private const string Counts =
        """
        SELECT c."DefinitionId", coalesce(d."Name", c."DefinitionId"), c."Count"
        FROM (SELECT "DefinitionId", count(*) AS "Count" FROM "Incidents" WHERE "Organisation" = @p0 AND "ResolvedAt" IS NULL GROUP BY "DefinitionId") AS c
        LEFT JOIN "Definitions" AS d ON d."DefinitionId" = c."DefinitionId" AND d."IsLatest"
        ORDER BY 2
        """;

    public async Task<Page<IncidentRow>> ListAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        var total = await commands.Bind($"SELECT count(*) {Open}", filter.Organisation, filter.DefinitionId).ExecuteScalarAsync(cancellationToken);
        using var row = await commands.QueryAsync(Rows, filter.Organisation, filter.DefinitionId, (long)filter.PageSize, (long)filter.Page * filter.PageSize);
        var rows = new List<IncidentRow>();
        while (await row.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetInt32(7),
                row.GetString(8), new(row.GetInt64(9), TimeSpan.Zero), Code(row.GetString(10))));
        }

        return new(rows, Convert.ToInt32(total, CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyList<IncidentCount>> CountAsync(string organisation, CancellationToken cancellationToken)
    {
        var commands = (await scope.ReadAsync(cancellationToken)).Commands;
        using var row = await commands.QueryAsync(Counts, organisation);
        var counts = new List<IncidentCount>();
        while (await row.ReadAsync(cancellationToken))
            counts.Add(new(row.GetString(0), row.GetString(1), row.GetInt32(2)));
        return counts;
    }

    private static string Code(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
