using System.Data.Common;
using Bpm.Application;
using Bpm.Application.Statistics;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Statistics;

/// <summary>Figures by one pass over the cases of the time (index of organisation and receipt).</summary>
internal sealed class StatisticsQueries(DatabaseScope scope) : IStatisticsQueries
{
    // Hashes tell nothing of what they are hashes of: more groups are looked at than addresses are asked for.
    private const int GroupsFactor = 20;

    private static readonly StatisticsMeasure[] _measures = Enum.GetValues<StatisticsMeasure>();

    // Materialised: each flag is computed once for a case, not once for each number that asks for it.
    public async Task<IReadOnlyList<StatisticsCell>> CountAsync(StatisticsScope of, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var sql = new StatisticsSql();
        var sums = string.Join(", ", _measures.Select(measure => $"SUM(CASE WHEN {StatisticsSql.Condition(measure)} THEN 1 ELSE 0 END)"));
        using var row = await session.Commands.QueryAsync(
            $"""
            WITH b AS MATERIALIZED (SELECT * FROM {sql.Cases(of)})
            SELECT b."Department", b."Category", b."Channel", b."Month", {sums} FROM b GROUP BY 1, 2, 3, 4
            """,
            sql.Values);
        var cells = new List<StatisticsCell>();
        while (await row.ReadAsync(cancellationToken))
        {
            cells.Add(new(
                Text(row, 0), row.GetString(1), row.GetString(2), row.GetInt32(3),
                [.. Enumerable.Range(4, _measures.Length).Select(row.GetInt64)]));
        }

        return cells;
    }

    public async Task<int> CountHiddenAsync(StatisticsScope of, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var sql = new StatisticsSql();
        var count = $"""SELECT count(*) FROM "Cases" c WHERE {sql.Hidden(of)}""";
        return checked((int)(long)(await session.Commands.Bind(count, sql.Values).ExecuteScalarAsync(cancellationToken))!);
    }

    public async Task<Page<StatisticsCase>> CasesAsync(
        StatisticsScope of, StatisticsFilter filter, int page, int pageSize, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var sql = new StatisticsSql();
        byte[]? address = null;
        if (filter.SameAddressAs is { } number && (address = await AddressAsync(session, of, number, cancellationToken)) is null)
            return new([], 0);
        var from = $"FROM {sql.Cases(of)} b WHERE {sql.Condition(filter, of.Organisation, address)}";
        var counted = sql.Values;
        var total = (long)(await session.Commands.Bind($"SELECT count(*) {from}", counted).ExecuteScalarAsync(cancellationToken))!;
        using var row = await session.Commands.QueryAsync(
            $"""
            SELECT b."Number", b."ReceivedAt", b."ClosedAt", b."Department", b."Category", b."Channel", b."Unfounded", b."Closed", b."Late", b."Resolved", b."Response", b."Said"
            {from} ORDER BY b."ReceivedAt" DESC, b."Id" DESC LIMIT {sql.Add((long)pageSize)} OFFSET {sql.Add((long)page * pageSize)}
            """,
            sql.Values);
        var found = new List<StatisticsCase>();
        while (await row.ReadAsync(cancellationToken))
            found.Add(Case(row));
        return new(found, checked((int)total));
    }

    public async Task<IReadOnlyList<StepDuration>> StepsAsync(StatisticsScope of, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var sql = new StatisticsSql();
        // Nearest rank: the k-th of n with k = n·p rounded up.
        using var row = await session.Commands.QueryAsync(
            $"""
            SELECT r."Step", MAX(r."Title"), COUNT(DISTINCT r."CaseId"), MAX(r."Of"),
              MAX(CASE WHEN r."Rank" = (r."Of" + 1) / 2 THEN r."Took" END) AS "Median",
              MAX(CASE WHEN r."Rank" = (r."Of" * 9 + 9) / 10 THEN r."Took" END) AS "Ninetieth"
            FROM (SELECT t."Step", t."Title", t."CaseId", t."CompletedAt" - t."OpenedAt" AS "Took",
                ROW_NUMBER() OVER (PARTITION BY t."Step" ORDER BY t."CompletedAt" - t."OpenedAt", t."Id") AS "Rank",
                COUNT(*) OVER (PARTITION BY t."Step") AS "Of"
              FROM {sql.Cases(of)} b JOIN "Tasks" t ON t."CaseId" = b."Id" WHERE t."State" = 'Completed') r
            GROUP BY r."Step" ORDER BY "Median" DESC, r."Step"
            """,
            sql.Values);
        var steps = new List<StepDuration>();
        while (await row.ReadAsync(cancellationToken))
        {
            steps.Add(new(
                row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), TimeSpan.FromTicks(row.GetInt64(4)), TimeSpan.FromTicks(row.GetInt64(5))));
        }

        return steps;
    }

    public async Task<IReadOnlyList<RepeatAddress>> RepeatAddressesAsync(StatisticsScope of, int most, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        var sql = new StatisticsSql();
        var groups = new List<(byte[] Hash, Guid Newest, int Cases)>();
        using (var row = await session.Commands.QueryAsync(
            $"""
            SELECT k."Hash", MAX(k."CaseId"), COUNT(*) FROM {sql.Cases(of)} b
            JOIN "CaseContacts" k ON k."CaseId" = b."Id" AND k."Organisation" = {sql.Add(of.Organisation)}
            GROUP BY k."Hash" HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, MAX(k."CaseId") DESC LIMIT {sql.Add((long)most * GroupsFactor)}
            """,
            sql.Values))
        {
            while (await row.ReadAsync(cancellationToken))
                groups.Add(((byte[])row.GetValue(0), session.Id(row.GetValue(1)), row.GetInt32(2)));
        }

        var ids = groups.Select(group => group.Newest).Distinct().ToList();
        var cases = await session.Context.Set<Case>().AsNoTracking().Where(its => ids.Contains(its.Id))
            .Select(its => new { its.Id, its.Number, its.Details }).ToDictionaryAsync(its => its.Id, cancellationToken);
        var found = new List<RepeatAddress>();
        foreach (var group in groups)
        {
            var newest = cases[group.Newest];
            if (found.Count < most && CaseContacts.AddressHash(session.Context.Cipher, of.Organisation, newest.Details.Value.Customer) is { } hash && hash.AsSpan().SequenceEqual(group.Hash))
                found.Add(new(newest.Number, newest.Details.Value.Customer.Address!.Trim(), group.Cases));
        }

        return found;
    }

    /// <summary>The hash of the address of a case that the reader may read; null where there is none.</summary>
    private static async Task<byte[]?> AddressAsync(DatabaseSession session, StatisticsScope of, string number, CancellationToken cancellationToken)
    {
        var its = await session.Context.Set<Case>().AsNoTracking().Where(its => its.Number == number && its.Organisation == of.Organisation)
            .Select(its => new { its.Level, its.Accused, its.Details }).FirstOrDefaultAsync(cancellationToken);
        return its is not null && of.Levels.Contains(its.Level.ToString()) && !its.Accused.Contains(of.Reader)
            ? CaseContacts.AddressHash(session.Context.Cipher, of.Organisation, its.Details.Value.Customer)
            : null;
    }

    private static StatisticsCase Case(DbDataReader row) => new(
        row.GetString(0), Moment(row, 1)!.Value, Moment(row, 2), Text(row, 3), row.GetString(4), row.GetString(5), row.GetInt32(6) == 1, row.GetInt32(7) == 1,
        row.GetInt32(8) == 1, row.GetInt32(9) == 1,
        row.IsDBNull(10) || row.GetInt32(10) == 0 ? null : row.GetInt32(10) == 1,
        row.IsDBNull(11) ? null : row.GetString(11) == "Satisfied");

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);
}
