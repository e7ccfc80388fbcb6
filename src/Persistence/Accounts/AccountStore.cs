using Bpm.Application.Sessions;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Accounts;

internal sealed class AccountStore(DatabaseScope scope) : IAccountStore
{
    public async Task<Account?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<Account>().FirstOrDefaultAsync(a => a.UserName == userName, cancellationToken);
    }

    public async Task<IReadOnlyList<Account>> OfAsync(string organisation, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<Account>().AsNoTracking().Where(a => a.Organisation == organisation).OrderBy(a => a.UserName).ToListAsync(cancellationToken);
    }

    public void Add(Account account) => scope.Write.Context.Add(account);
}
