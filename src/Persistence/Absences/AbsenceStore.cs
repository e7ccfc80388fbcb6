using System.Linq.Expressions;
using Bpm.Application.Absences;
using Bpm.Domain.Organisation;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Absences;

internal sealed class AbsenceStore(DatabaseScope scope) : IAbsenceStore
{
    private const int MostRows = 500;

    public void Add(Absence absence) => scope.Write.Context.Add(absence);

    public async Task<Absence?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await (await scope.ReadAsync(cancellationToken)).Context.Set<Absence>().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);

    public Task<IReadOnlyList<Absence>> OfAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync(a => a.UserName == userName && a.Until > now, cancellationToken);

    public Task<IReadOnlyList<Absence>> CoveredByAsync(string substitute, DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync(a => a.Substitute == substitute && a.Until > now, cancellationToken);

    public Task<IReadOnlyList<Absence>> ConcerningAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync(a => (a.Substitute == userName || a.UserName == userName) && a.Until > now && a.From <= now, cancellationToken);

    public Task<IReadOnlyList<Absence>> OfOrganisationAsync(string organisation, DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync(a => a.Organisation == organisation && a.Until > now, cancellationToken);

    private async Task<IReadOnlyList<Absence>> ListAsync(Expression<Func<Absence, bool>> which, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        // One that was ended before it began has no time left.
        return await context.Set<Absence>().Where(which).Where(a => a.Until > a.From).OrderBy(a => a.From).ThenBy(a => a.Id).Take(MostRows).ToListAsync(cancellationToken);
    }
}
