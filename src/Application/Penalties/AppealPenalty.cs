using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>申诉: the person concerned objects. The row is frozen until somebody decides, within the working days of the rules.</summary>
[MayRun(Permission.Staff)]
public sealed record AppealPenalty(Guid Id, string? Reason) : ICommand<PenaltyView>;

public sealed class AppealPenaltyHandler(PenaltyDesk desk, Caller caller) : IRequestHandler<AppealPenalty, Result<PenaltyView>>
{
    public Task<Result<PenaltyView>> Handle(AppealPenalty request, CancellationToken cancellationToken) => desk.ActAsync(
        request.Id,
        (penalty, _, now) =>
        {
            var (home, days) = (desk.Home, desk.Home.RulesFor(now).AppealDays);
            var day = home.Calendar.AddWorkingDays(home.Calendar.DayOf(now), days);
            return penalty.Appeal(request.Reason, caller.Name, home.Calendar.At(day, home.Calendar.OfficeHours.Close), now);
        },
        _ => "penalty.appealed", cancellationToken);
}
