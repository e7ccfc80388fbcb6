using Bpm.Application;
using Bpm.Application.Outages;
using Bpm.Domain.Outages;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Outages;

internal sealed class OutageStore(DatabaseScope scope) : IOutageStore
{
    public void Add(Outage outage) => scope.Write.Context.Add(outage);

    public async Task<Outage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Context.Set<Outage>().FirstOrDefaultAsync(o => o.Id == id, cancellationToken);

    public async Task<Page<Outage>> ListAsync(
        string organisation, OutageState state, DateTimeOffset now, int page, int pageSize, CancellationToken cancellationToken)
    {
        var all = (await scope.ReadAsync(cancellationToken)).Context.Set<Outage>().AsNoTracking().Where(o => o.Organisation == organisation);
        var found = state switch
        {
            OutageState.Planned => all.Where(o => o.EndedAt == null && o.Begins > now).OrderBy(o => o.Begins).ThenBy(o => o.Id),
            OutageState.Current => all.Where(o => o.EndedAt == null && o.Begins <= now).OrderByDescending(o => o.Begins).ThenByDescending(o => o.Id),
            OutageState.Past => all.Where(o => o.EndedAt != null).OrderByDescending(o => o.EndedAt).ThenByDescending(o => o.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        var total = await found.CountAsync(cancellationToken);
        return new(await found.Skip(page * pageSize).Take(pageSize).ToListAsync(cancellationToken), total);
    }
}
