using Bpm.Application.Penalties;
using Bpm.Domain.Penalties;
using Bpm.Domain.Tasks;
using Bpm.Persistence.Scopes;
using Bpm.Persistence.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Penalties;

internal sealed class PenaltyStore(DatabaseScope scope) : IPenaltyStore
{
    public void Add(Penalty penalty) => scope.Write.Context.Add(penalty);

    public async Task<Penalty?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return context.Set<Penalty>().Local.FirstOrDefault(row => row.Id == id)
            ?? await context.Set<Penalty>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    public Task<IReadOnlyList<Penalty>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) => AllAsync(
        rows => rows.Where(row => row.CaseId == caseId), row => row.CaseId == caseId, cancellationToken);

    public Task<IReadOnlyList<Penalty>> OfPersonAsync(string organisation, string article, string person, CancellationToken cancellationToken) => AllAsync(
        rows => rows.Where(row => row.Organisation == organisation && row.Person == person && row.Article == article),
        row => row.Organisation == organisation && row.Person == person && row.Article == article, cancellationToken);

    public async Task<IReadOnlyList<PenaltyHit>> PageAsync(PenaltyFilter filter, int page, int pageSize, CancellationToken cancellationToken)
    {
        var (session, values) = (await scope.ReadAsync(cancellationToken), new SqlValues());
        var readable = PenaltySql.Readable(filter, values);
        var text = $"""
            SELECT p."Id", CASE WHEN {readable} THEN 1 ELSE 0 END {PenaltySql.From(filter, readable, values)}
            ORDER BY p."Day" DESC, p."OccurredAt" DESC, p."Id" LIMIT {values.Add((long)pageSize)} OFFSET {values.Add((long)page * pageSize)}
            """;
        var found = new List<(Guid Id, bool Readable)>();
        using (var row = await session.Commands.QueryAsync(text, values.ToArray()))
        {
            while (await row.ReadAsync(cancellationToken))
                found.Add((session.Id(row.GetValue(0)), row.GetInt32(1) == 1));
        }

        var rows = new Dictionary<Guid, Penalty>(found.Count);
        // No more parameters at once than a database takes.
        foreach (var ids in found.Select(hit => hit.Id).Chunk(500))
        {
            foreach (var row in await session.Context.Set<Penalty>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
                rows.Add(row.Id, row);
        }

        return [.. found.Select(hit => new PenaltyHit(rows[hit.Id], hit.Readable))];
    }

    public async Task<IReadOnlyList<PenaltyTotal>> TotalsAsync(PenaltyFilter filter, CancellationToken cancellationToken)
    {
        var (session, values) = (await scope.ReadAsync(cancellationToken), new SqlValues());
        var text = $"""
            SELECT p."Person", p."Department", p."State", COUNT(*), COALESCE(SUM(p."Amount"), 0), SUM(p."Points")
            {PenaltySql.From(filter, PenaltySql.Readable(filter, values), values)} GROUP BY 1, 2, 3
            """;
        var totals = new List<PenaltyTotal>();
        using var row = await session.Commands.QueryAsync(text, values.ToArray());
        while (await row.ReadAsync(cancellationToken))
        {
            totals.Add(new(
                row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetInt32(3),
                (decimal)row.GetInt64(4) / PenaltyConfiguration.Parts, row.GetInt32(5)));
        }

        return totals;
    }

    public async Task<IReadOnlyList<PenaltyDay>> DaysAsync(PenaltyFilter filter, int most, CancellationToken cancellationToken)
    {
        var (session, values) = (await scope.ReadAsync(cancellationToken), new SqlValues());
        var text = $"""
            SELECT p."Day", COUNT(*) {PenaltySql.From(filter, PenaltySql.Readable(filter, values), values)}
            GROUP BY p."Day" ORDER BY p."Day" LIMIT {values.Add((long)most)}
            """;
        var days = new List<PenaltyDay>();
        using var row = await session.Commands.QueryAsync(text, values.ToArray());
        while (await row.ReadAsync(cancellationToken))
            days.Add(new(DateOnly.FromDayNumber(row.GetInt32(0)), row.GetInt32(1)));
        return days;
    }

    public async Task<IReadOnlyList<Guid>> CompletedAsync(
        string organisation, string step, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Context.Set<HumanTask>().AsNoTracking()
            .Where(task => task.Step == step && task.CompletedAt >= from && task.CompletedAt <= until && task.Organisation == organisation && task.State == TaskState.Completed)
            .Select(task => task.CaseId).Distinct().ToListAsync(cancellationToken);

    // What was added or changed in the running transaction is not in the database yet.
    private async Task<IReadOnlyList<Penalty>> AllAsync(
        Func<IQueryable<Penalty>, IQueryable<Penalty>> stored, Func<Penalty, bool> known, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var found = await stored(context.Set<Penalty>()).ToListAsync(cancellationToken);
        return scope.IsActive ? [.. found.Union(context.Set<Penalty>().Local.Where(known))] : found;
    }
}
