using System.Globalization;
using Bpm.Application;
using Bpm.Application.Supervision;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Supervision;

/// <summary>Reads the index of open clocks by due time. The texts differ in which filters are set and how many levels the reader reads.</summary>
internal sealed class SupervisionQueries(DatabaseScope scope) : ISupervisionQueries
{
    public async Task<Page<SupervisionHit>> ClocksAsync(SupervisionFilter filter, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var values = new List<object?>();
        var from = $"""FROM {Clocks(filter, values)} b WHERE {Condition(filter, values, withGroup: true)}""";
        var total = (long)(await session.Commands.Bind($"SELECT count(*) {from}", [.. values]).ExecuteScalarAsync(cancellationToken))!;
        // What is not readable must not tell its due time by its place in the list.
        var text = $"""
            SELECT b."Id", b."CaseId", b."Readable" {from}
            ORDER BY b."Readable" DESC, CASE WHEN b."Readable" = 1 THEN b."DueAt" ELSE b."ReceivedAt" END, b."Id"
            LIMIT {Add(values, (long)filter.PageSize)} OFFSET {Add(values, (long)filter.Page * filter.PageSize)}
            """;
        using var row = await session.Commands.QueryAsync(text, [.. values]);
        var hits = new List<SupervisionHit>();
        while (await row.ReadAsync(cancellationToken))
            hits.Add(new(session.Id(row.GetValue(0)), session.Id(row.GetValue(1)), row.GetInt32(2) == 1));
        return new(hits, checked((int)total));
    }

    public async Task<IReadOnlyList<SupervisionGroupCount>> GroupsAsync(SupervisionFilter filter, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var values = new List<object?>();
        var key = filter.ByPerson ? """b."Holder" """ : """b."Department" """;
        var text = $"""
            SELECT {key}, b."Readable", SUM(b."Overdue"), COUNT(*) - SUM(b."Overdue")
            FROM {Clocks(filter, values)} b WHERE {Condition(filter, values, withGroup: false)} GROUP BY 1, 2
            """;
        using var row = await session.Commands.QueryAsync(text, [.. values]);
        var groups = new List<SupervisionGroupCount>();
        while (await row.ReadAsync(cancellationToken))
            groups.Add(new(row.IsDBNull(0) ? null : row.GetString(0), row.GetInt32(1) == 1, row.GetInt32(2), row.GetInt32(3)));
        return groups;
    }

    /// <summary>
    /// Open clocks as the reader may know them: of a case that is not readable one clock, where one is breached, without anything it is about.
    /// The holder is whoever holds the duty's task; where several departments have a clock of the rule, that of the own department.
    /// </summary>
    private static string Clocks(SupervisionFilter filter, List<object?> values)
    {
        var levels = filter.Levels.Count == 0 ? "''" : string.Join(", ", filter.Levels.Select(level => Add(values, level)));
        var readable = $"""c."Level" IN ({levels}) AND c."Accused" NOT LIKE {Add(values, $"%\"{filter.Reader}\"%")}""";
        return $"""
            (SELECT a.*, CASE WHEN a."Readable" = 1 THEN (
                SELECT t."Assignee" FROM "Tasks" t WHERE t."CaseId" = a."CaseId" AND t."RuleId" = a."RuleId" AND t."State" = 'Claimed'
                  AND (a."ClockDepartment" IS NULL
                    OR (SELECT count(*) FROM "SlaClocks" o WHERE o."CaseId" = a."CaseId" AND o."RuleId" = a."RuleId" AND o."EndedAt" IS NULL) = 1
                    OR t."Candidates" LIKE '%"dept:' || a."ClockDepartment" || '"%' OR t."Candidates" LIKE '%"head:' || a."ClockDepartment" || '"%')
                ORDER BY t."Ordinal" LIMIT 1) END AS "Holder"
              FROM (SELECT k."Id", k."CaseId", k."DueAt", k."RuleId", k."Department" AS "ClockDepartment", c."ReceivedAt", c."Channel",
                  CASE WHEN {readable} THEN COALESCE(k."Department", c."Department") END AS "Department",
                  CASE WHEN {readable} THEN 1 ELSE 0 END AS "Readable",
                  CASE WHEN k."DueAt" <= {Add(values, filter.Now.UtcTicks)} THEN 1 ELSE 0 END AS "Overdue"
                FROM "SlaClocks" k JOIN "Cases" c ON c."Id" = k."CaseId"
                WHERE k."EndedAt" IS NULL AND k."DueAt" <= {Add(values, filter.Until.UtcTicks)} AND k."State" <> 'Paused'
                  AND c."Organisation" = {Add(values, filter.Organisation)} AND c."Kind" <> 'Duty'
                  AND (({readable}) OR (k."State" = 'Breached' AND NOT EXISTS (
                    SELECT 1 FROM "SlaClocks" o WHERE o."CaseId" = k."CaseId" AND o."EndedAt" IS NULL AND o."State" = 'Breached' AND o."Id" < k."Id")))) a)
            """;
    }

    private static string Condition(SupervisionFilter filter, List<object?> values, bool withGroup)
    {
        List<string> conditions = ["1 = 1"];
        if (filter.Overdue is { } overdue)
            conditions.Add($"""b."Overdue" = {Add(values, overdue ? 1L : 0L)}""");
        if (filter.Rule is { } rule)
            conditions.Add($"""b."Readable" = 1 AND b."RuleId" = {Add(values, rule)}""");
        if (filter.Channel is { } channel)
            conditions.Add($"""b."Readable" = 1 AND b."Channel" = {Add(values, channel)}""");
        if (filter.Department is { } department && (withGroup || filter.ByPerson))
            conditions.Add(Is("Department", department));
        if (filter.Person is { } person && (withGroup || !filter.ByPerson))
            conditions.Add(Is("Holder", person));
        return string.Join(" AND ", conditions);

        string Is(string column, string value) => """b."Readable" = 1 AND """ + (value.Length == 0
            ? $"""b."{column}" IS NULL"""
            : $"""b."{column}" = {Add(values, value)}""");
    }

    private static string Add(List<object?> values, object? value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@p{values.Count - 1}");
    }
}
