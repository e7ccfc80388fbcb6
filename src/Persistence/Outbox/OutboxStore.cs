using Bpm.Application.Outbox;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Outbox;

internal sealed class OutboxStore(DatabaseScope scope) : IOutbox
{
    public void Add(OutboxMessage message) => scope.Write.Context.Add(message);

    public async Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<OutboxMessage>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var session = await scope.ReadAsync(cancellationToken);
        return await session.Context.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.CaseId == caseId).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);
    }
}
