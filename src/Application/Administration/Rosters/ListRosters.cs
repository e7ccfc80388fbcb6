using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using MediatR;

namespace Bpm.Application.Administration.Rosters;

/// <summary>All rosters of the caller's organisation, each with the next 14 days.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record ListRosters : IQuery<Page<RosterView>>;

public sealed class ListRostersHandler(OrganisationRegistry organisations, Caller caller, BusinessClock clock) : IRequestHandler<ListRosters, Result<Page<RosterView>>>
{
    private const int Days = 14;

    public Task<Result<Page<RosterView>>> Handle(ListRosters request, CancellationToken cancellationToken)
    {
        var home = organisations.Of(caller.Member.Organisation);
        var items = home.Directory.Rosters.OrderBy(roster => roster.Code, StringComparer.Ordinal).Select(roster => View(roster, home, clock.GetUtcNow())).ToList();
        return Task.FromResult<Result<Page<RosterView>>>(new Page<RosterView>(items, items.Count));
    }

    private static RosterView View(ShiftRoster roster, Installed home, DateTimeOffset now)
    {
        var zone = home.Directory.Profile.Identity.Zone;
        var today = home.Calendar.DayOf(now);
        return new(
            roster.Code, roster.Name, roster.Anchor, roster.Starts, roster.Rotation,
            [.. Enumerable.Range(0, Days).Select(today.AddDays).Select(day => new RosterView.Day(day, [.. roster.Starts.Select(start =>
            {
                var shift = roster.At(home.Calendar.At(day, start));
                return new RosterView.Turn(shift.From.In(zone), shift.To.In(zone), [.. shift.Crew.Select(home.Directory.DisplayName)], shift.From <= now && now < shift.To);
            })]))]);
    }
}
