using Bpm.Application;
using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Complaints;

internal sealed class CaseStore(DatabaseScope scope, CaseQueries queries) : ICaseStore
{
    public void Add(Case complaint) => scope.Write.Context.Add(complaint);

    public Task<Case?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync(c => c.Id == id, _ => Task.FromResult<Guid?>(id), cancellationToken);

    public async Task<IReadOnlyList<Case>> PeekAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await CaseQueries.Listed(context).AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Case>> PeekByNumberAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await CaseQueries.Whole(context).AsNoTracking().Where(c => numbers.Contains(c.Number)).ToListAsync(cancellationToken);
    }

    public Task<Case?> FindByNumberAsync(string number, CancellationToken cancellationToken) => FindAsync(
        c => c.Number == number,
        session => IdAsync(session, """SELECT "Id" FROM "Cases" WHERE "Number" = @p0""", number),
        cancellationToken);

    public Task<Case?> FindByTaskAsync(Guid taskId, CancellationToken cancellationToken) => FindAsync(
        c => c.Task(taskId) is not null,
        session => IdAsync(session, """SELECT "CaseId" FROM "Tasks" WHERE "Id" = @p0""", session.Key(taskId)),
        cancellationToken);

    public Task<Case?> FindByInstanceAsync(string instanceId, CancellationToken cancellationToken) => FindAsync(
        c => c.InstanceId == instanceId,
        session => IdAsync(session, """SELECT "Id" FROM "Cases" WHERE "InstanceId" = @p0""", instanceId),
        cancellationToken);

    public async Task<int> NextSerialAsync(string organisation, DateOnly date, CancellationToken cancellationToken)
    {
        var last = await scope.Write.Commands.Bind(
            """
            INSERT INTO "Serials" ("Organisation", "Day", "Last") VALUES (@p0, @p1, 1)
            ON CONFLICT ("Organisation", "Day") DO UPDATE SET "Last" = "Serials"."Last" + 1
            RETURNING "Last"
            """,
            organisation, (long)date.DayNumber).ExecuteScalarAsync(CancellationToken.None);
        return checked((int)(long)last!);
    }

    public async Task<Page<Case>> SearchAsync(CaseFilter filter, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var found = CaseFilters.Apply(context.Set<Case>().AsNoTracking(), filter);
        var total = await found.CountAsync(cancellationToken);
        var ids = await found.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id)
            .Skip(filter.Page * filter.PageSize).Take(filter.PageSize).Select(c => c.Id).ToListAsync(cancellationToken);
        var cases = await PeekAsync(ids, cancellationToken);
        return new([.. cases.OrderByDescending(c => c.ReceivedAt).ThenBy(c => ids.IndexOf(c.Id))], total);
    }

    /// <summary>In a transaction a case has one object: the one that was added or loaded first.</summary>
    private async Task<Case?> FindAsync(
        Func<Case, bool> isIt, Func<DatabaseSession, Task<Guid?>> findId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        if (scope.IsActive && session.Context.ChangeTracker.Entries<Case>().FirstOrDefault(e => isIt(e.Entity)) is { } known)
            return known.Entity;
        if (await findId(session) is not { } id)
            return null;
        return scope.IsActive ? await queries.TrackedAsync(session.Context, id) : await queries.SnapshotAsync(session.Context, id);
    }

    private static async Task<Guid?> IdAsync(DatabaseSession session, string sql, object value) =>
        await session.Commands.Bind(sql, value).ExecuteScalarAsync() is { } key ? session.Id(key) : null;
}
