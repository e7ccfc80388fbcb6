using Bpm.Application.Complaints;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Persistence.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Bpm.Persistence.Notices;

internal sealed class NoticeQueries(DatabaseScope scope) : INoticeQueries
{
    public async Task<IReadOnlyList<NoticeRow>> OfRecipientAsync(
        string organisation, string userName, DateTimeOffset deliverableBy, int most, CancellationToken cancellationToken)
    {
        var context = (await scope.ReadAsync(cancellationToken)).Context;
        return await (
            from notice in context.Set<Notice>().AsNoTracking()
            join its in context.Set<Case>().AsNoTracking() on notice.CaseId equals its.Id
            where notice.Recipient == userName && notice.Organisation == organisation && notice.DeliverAt <= deliverableBy
            orderby notice.DeliverAt descending, notice.Id descending
            select new NoticeRow(notice, its.Number)).Take(most).ToListAsync(cancellationToken);
    }
}
