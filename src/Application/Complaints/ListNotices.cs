using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Notices: the caller's own, or all of one case for those who may read the case.</summary>
/// <param name="Complaint">A case number, or null for the caller's own notices that may be delivered by now.</param>
[MayRun(Permission.Staff)]
public sealed record ListNotices(string? Complaint) : IQuery<Page<NoticeView>>;

public sealed class ListNoticesHandler(ICaseStore cases, INoticeQueries notices, CaseViews views, Caller caller, Clocks.BusinessClock clock)
    : IRequestHandler<ListNotices, Result<Page<NoticeView>>>
{
    private const int Most = 500;

    public async Task<Result<Page<NoticeView>>> Handle(ListNotices request, CancellationToken cancellationToken)
    {
        if (request.Complaint is null)
        {
            var own = await notices.OfRecipientAsync(caller.Member.Organisation, caller.Member.UserName, clock.GetUtcNow(), Most, cancellationToken);
            return new Page<NoticeView>([.. own.Select(row => views.OfOwnNotice(row.Notice, row.Number))], own.Count);
        }

        var complaint = await cases.FindByNumberAsync(request.Complaint, cancellationToken);
        if (complaint is null || views.LevelOf(complaint) == AccessLevel.None)
            return new CaseNotFound();
        var user = caller.Member.UserName;
        var shown = views.LevelOf(complaint) == AccessLevel.Full ? complaint.Notices : complaint.Notices.Where(notice => notice.Recipient == user);
        NoticeView[] rows = [.. shown.OrderBy(notice => notice.RaisedAt).Select(notice => views.OfNotice(complaint, notice))];
        return new Page<NoticeView>(rows, rows.Length);
    }
}
