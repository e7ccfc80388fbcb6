using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Worklists;

/// <summary>What a worklist's channel brought on a day and what was answered (A §六.1): the cases of the day that the caller reads in full.</summary>
/// <param name="Code">The worklist.</param>
/// <param name="Day">In the organisation's zone.</param>
[MayRun(Permission.Staff)]
public sealed record ListDayReplies(string Code, DateOnly Day) : IQuery<Page<DayReply>>
{
    /// <summary>Most cases that are shown.</summary>
    public const int MostCases = 200;
}

public sealed class ListDayRepliesHandler(Caller caller, ICaseStore cases, CaseViews views) : IRequestHandler<ListDayReplies, Result<Page<DayReply>>>
{
    public async Task<Result<Page<DayReply>>> Handle(ListDayReplies request, CancellationToken cancellationToken)
    {
        var home = caller.Home;
        if (!home.Profile.Worklists.TryGetValue(request.Code, out var list) || list.Replies is not { } channel || !list.For.Any(home.KeysOf(caller.Member.UserName).Contains))
            return new WorklistNotFound();
        var zone = home.Profile.Identity.Zone;
        var found = await cases.SearchAsync(
            new(home.Profile.Identity.Code, 0, ListDayReplies.MostCases) { Channel = channel, ReceivedFrom = Start(request.Day, zone), ReceivedBefore = Start(request.Day.AddDays(1), zone) }, cancellationToken);
        return new Page<DayReply>(
            [.. found.Items.Where(complaint => views.LevelOf(complaint) == AccessLevel.Full).OrderBy(complaint => complaint.ReceivedAt).Select(complaint => new DayReply(
                complaint.Number, complaint.ReceivedAt.In(zone), complaint.Details.Value.Content,
                [.. complaint.Replies.Where(reply => reply.Kind != ReplyKinds.Opinion).OrderBy(reply => reply.At).Select(reply => (reply.At.In(zone), home.DisplayName(reply.By), reply.Text.Value))],
                complaint.Clocks.Any(clock => clock.BreachedAt is not null)))],
            found.TotalCount);
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, zone.GetUtcOffset(local));
    }
}
