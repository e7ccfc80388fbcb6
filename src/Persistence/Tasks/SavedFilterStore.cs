using Bpm.Application.Tasks;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Tasks;

internal sealed class SavedFilterStore(DatabaseScope scope) : ISavedFilterStore
{
    public void Add(SavedFilter filter) => scope.Write.Context.Add(filter);

    public void Remove(SavedFilter filter) => scope.Write.Context.Remove(filter);

    public async Task<IReadOnlyList<SavedFilter>> OfAsync(string userName, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await context.Set<SavedFilter>().Where(f => f.UserName == userName).OrderBy(f => f.Name).ToListAsync(cancellationToken);
    }
}
