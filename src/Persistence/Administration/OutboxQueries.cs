using Bpm.Application;
using Bpm.Application.Administration.Connectors;
using Bpm.Application.Outbox;
using Bpm.Domain.Complaints;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Administration;

internal sealed class OutboxQueries(DatabaseScope scope) : IOutboxQueries
{
    public async Task<IReadOnlyList<(string System, int Pending, int Failed, DateTimeOffset? Oldest)>> CountAsync(string organisation, CancellationToken cancellationToken)
    {
        using var row = await (await scope.ReadAsync(cancellationToken)).Commands.QueryAsync(
            """
            SELECT "System", sum("State" = 'Pending'), sum("State" = 'Incident'), min(CASE WHEN "State" = 'Pending' THEN "CreatedAt" END)
            FROM "OutboxMessages" WHERE "Organisation" = @p0 AND "State" IN ('Pending', 'Incident') GROUP BY "System"
            """,
            organisation);
        var counts = new List<(string, int, int, DateTimeOffset?)>();
        while (await row.ReadAsync(cancellationToken))
            counts.Add((row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero)));
        return counts;
    }

    public async Task<Page<UndeliveredRow>> UndeliveredAsync(string organisation, string? system, int page, int pageSize, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        var messages = context.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.Organisation == organisation && (m.State == OutboxState.Pending || m.State == OutboxState.Incident) && (system == null || m.System == system));
        var rows = await (
            from message in messages
            join its in context.Set<Case>() on message.CaseId equals its.Id
            orderby message.State, message.CreatedAt, message.Id
            select new UndeliveredRow(
                message.Id, message.System, message.Kind, its.Number, message.CreatedAt, message.Attempts, message.State == OutboxState.Incident, message.LastError))
            .Skip(page * pageSize).Take(pageSize).ToListAsync(cancellationToken);
        return new(rows, await messages.CountAsync(cancellationToken));
    }
}
