using System.Globalization;
using Bpm.Application.Supervision;
using Bpm.Persistence.Scopes;

namespace Bpm.Persistence.Supervision;

/// <summary>Reads the index of open clocks by due time. The texts differ in which filters are set and how many levels the reader reads.</summary>
internal sealed class SupervisionQueries(DatabaseScope scope) : ISupervisionQueries
{
    // The holder of the duty's task; where several departments have a clock of the rule, that of the own department's.
    private const string Holder = """
        (SELECT t."Assignee" FROM "Tasks" t WHERE t."CaseId" = k."CaseId" AND t."RuleId" = k."RuleId" AND t."State" = 'Claimed'
          AND (k."Department" IS NULL
            OR (SELECT count(*) FROM "SlaClocks" o WHERE o."CaseId" = k."CaseId" AND o."RuleId" = k."RuleId" AND o."EndedAt" IS NULL) = 1
            OR t."Candidates" LIKE '%"dept:' || k."Department" || '"%' OR t."Candidates" LIKE '%"head:' || k."Department" || '"%')
          ORDER BY t."Ordinal" LIMIT 1)
        """;

    private const string Department = """COALESCE(k."Department", c."Department")""";

    public async Task<IReadOnlyList<SupervisionGroupCount>> GroupsAsync(SupervisionFilter filter, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var values = new List<object?>();
        // One pass over the open clocks for what is counted of each and, of what is not readable, for the cases alone.
        var now = Add(values, filter.Now.UtcTicks);
        var readable = MayRead(filter, values);
        var group = filter.ByPerson ? Holder : Department;
        var hidden = ShowsHidden(filter) ? """COUNT(DISTINCT CASE WHEN b."Readable" = 0 AND b."State" = 'Breached' THEN b."CaseId" END)""" : "0";
        var wanted = filter.Overdue switch { null => "1", true => """b."Over" """, false => """(1 - b."Over")""" };
        var text = $"""
            SELECT b."Group", b."Readable", SUM({wanted} * b."Over"), SUM({wanted} * (1 - b."Over")), {hidden}
            FROM (SELECT CASE WHEN {readable} THEN {group} END AS "Group", CASE WHEN {readable} THEN 1 ELSE 0 END AS "Readable",
              CASE WHEN k."DueAt" <= {now} THEN 1 ELSE 0 END AS "Over", k."State", k."CaseId" {Open(filter, values)}{Narrow(filter, values, withGroup: false)}) b
            GROUP BY 1, 2
            """;
        var groups = new List<SupervisionGroupCount>();
        using var row = await session.Commands.QueryAsync(text, [.. values]);
        while (await row.ReadAsync(cancellationToken))
        {
            var (over, soon) = row.GetInt32(1) == 1 ? (row.GetInt32(2), row.GetInt32(3)) : (row.GetInt32(4), 0);
            if (over + soon > 0)
                groups.Add(new(row.IsDBNull(0) ? null : row.GetString(0), row.GetInt32(1) == 1, over, soon));
        }

        return groups;
    }

    public Task<IReadOnlyList<SupervisionHit>> ReadableAsync(SupervisionFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var values = new List<object?>();
        var text = $"""
            SELECT k."Id", k."CaseId" {Readable(filter, values)}
            ORDER BY k."DueAt", k."Id" LIMIT {Add(values, (long)take)} OFFSET {Add(values, (long)skip)}
            """;
        return HitsAsync(text, values, readable: true, cancellationToken);
    }

    public Task<IReadOnlyList<SupervisionHit>> HiddenAsync(SupervisionFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        if (!ShowsHidden(filter))
            return Task.FromResult<IReadOnlyList<SupervisionHit>>([]);
        var values = new List<object?>();
        var text = $"""
            SELECT k."Id", k."CaseId" {Hidden(filter, values)}
            ORDER BY c."ReceivedAt", c."Id" LIMIT {Add(values, (long)take)} OFFSET {Add(values, (long)skip)}
            """;
        return HitsAsync(text, values, readable: false, cancellationToken);
    }

    private async Task<IReadOnlyList<SupervisionHit>> HitsAsync(string text, List<object?> values, bool readable, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        using var row = await session.Commands.QueryAsync(text, [.. values]);
        var hits = new List<SupervisionHit>();
        while (await row.ReadAsync(cancellationToken))
            hits.Add(new(session.Id(row.GetValue(0)), session.Id(row.GetValue(1)), readable));
        return hits;
    }

    // Such cases match no filter that would tell what they are about.
    private static bool ShowsHidden(SupervisionFilter filter) => filter is { Department: null, Person: null, Rule: null, Channel: null, Overdue: not false };

    private static string Readable(SupervisionFilter filter, List<object?> values)
    {
        var text = $"{Open(filter, values)} AND {MayRead(filter, values)}";
        if (filter.Overdue is { } overdue)
            text += $""" AND k."DueAt" {(overdue ? "<=" : ">")} {Add(values, filter.Now.UtcTicks)}""";
        return text + Narrow(filter, values, withGroup: true);
    }

    /// <param name="withGroup">False leaves the department or person of the groups themselves open.</param>
    private static string Narrow(SupervisionFilter filter, List<object?> values, bool withGroup)
    {
        var text = "";
        if (filter.Rule is { } rule)
            text += $""" AND k."RuleId" = {Add(values, rule)}""";
        if (filter.Channel is { } channel)
            text += $""" AND c."Channel" = {Add(values, channel)}""";
        if (filter.Department is { } department && (withGroup || filter.ByPerson))
            text += department.Length == 0 ? $" AND {Department} IS NULL" : $" AND {Department} = {Add(values, department)}";
        if (filter.Person is { } person && (withGroup || !filter.ByPerson))
            text += person.Length == 0 ? $" AND {Holder} IS NULL" : $" AND {Holder} = {Add(values, person)}";
        return text;
    }

    // The one clock stands for the case: how many are overdue there is not told.
    private static string Hidden(SupervisionFilter filter, List<object?> values) => $"""
        {Open(filter, values)} AND NOT ({MayRead(filter, values)}) AND k."State" = 'Breached' AND NOT EXISTS (
          SELECT 1 FROM "SlaClocks" o WHERE o."CaseId" = k."CaseId" AND o."EndedAt" IS NULL AND o."State" = 'Breached' AND o."Id" < k."Id")
        """;

    // The cross join keeps the order: from the open clocks to their cases, never through all cases of the organisation.
    private static string Open(SupervisionFilter filter, List<object?> values) => $"""
        FROM "SlaClocks" k CROSS JOIN "Cases" c
        WHERE c."Id" = k."CaseId" AND k."EndedAt" IS NULL AND k."DueAt" <= {Add(values, filter.Until.UtcTicks)} AND k."State" <> 'Paused'
          AND c."Organisation" = {Add(values, filter.Organisation)} AND c."Kind" <> 'Duty'
        """;

    // Accused is JSON: a list of user names in quotation marks.
    private static string MayRead(SupervisionFilter filter, List<object?> values)
    {
        var levels = filter.Levels.Count == 0 ? "''" : string.Join(", ", filter.Levels.Select(level => Add(values, level)));
        return $"""c."Level" IN ({levels}) AND c."Accused" NOT LIKE {Add(values, $"%\"{filter.Reader}\"%")}""";
    }

    private static string Add(List<object?> values, object? value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@p{values.Count - 1}");
    }
}
