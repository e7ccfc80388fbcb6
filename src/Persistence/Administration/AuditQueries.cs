using Bpm.Application;
using Bpm.Application.Administration.Trails;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Administration;

internal sealed class AuditQueries(DatabaseScope scope) : IAuditQueries
{
    public async Task<Page<StoredEntry>> SearchAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var entries = context.Set<AuditEntry>().AsNoTracking().Where(entry => entry.At >= filter.From && entry.At < filter.To);
        if (filter.CaseNumber is { } number)
        {
            var id = await context.Set<Case>().AsNoTracking().Where(its => its.Number == number && its.Organisation == filter.Organisation)
                .Select(its => (Guid?)its.Id).FirstOrDefaultAsync(cancellationToken);
            if (id is null)
                return new([], 0);
            // Its organisation is known: without it the index of the case's own entries is the one to take.
            entries = entries.Where(entry => entry.CaseId == id);
        }
        else
        {
            entries = entries.Where(entry => entry.Organisation == filter.Organisation);
        }

        if (filter.Actor is { } actor)
            entries = entries.Where(entry => entry.Actor == actor);
        // One action is answered by its index; of a whole group the newest are found soonest by time.
        if (filter.Action is { } action)
            entries = action.EndsWith('.') ? entries.Where(entry => entry.Action.StartsWith(action)) : entries.Where(entry => entry.Action == action);

        var levels = filter.Levels;
        // Who may read no case of the house, as its administrator, is not made to wait for the trails of all of them.
        if (!await context.Set<Case>().AsNoTracking().AnyAsync(its => its.Organisation == filter.Organisation && levels.Contains(its.Level), cancellationToken))
            entries = entries.Where(entry => entry.CaseId == null);
        var visible =
            from entry in entries
            join its in context.Set<Case>() on entry.CaseId equals its.Id into cases
            from its in cases.DefaultIfEmpty()
            where entry.CaseId == null || levels.Contains(its.Level)
            select new { entry, Number = (string?)its.Number, Accused = its.Accused };
        var rows = await visible.OrderByDescending(row => row.entry.At).ThenByDescending(row => row.entry.Id)
            .Skip(filter.Page * filter.PageSize).Take(filter.PageSize).ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => new StoredEntry(
                row.entry.Id, row.entry.At, row.entry.Actor, row.Number, row.entry.Action, row.entry.Subject, row.entry.Detail, row.Number is null ? null : row.Accused))],
            await visible.Take(IAuditQueries.CountLimit).CountAsync(cancellationToken));
    }
}
