using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Application.Shifts;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Duties;

/// <summary>Sees to it that every duty of every organisation has its next day, and every roster its next change of shift, in the table of due rows. Repeating it changes nothing.</summary>
[MayRun(Permission.System)]
public sealed record ScheduleDuties : ICommand<Done>;

public sealed class ScheduleDutiesHandler(OrganisationRegistry organisations, DutySchedule schedule, ShiftSchedule shifts) : IRequestHandler<ScheduleDuties, Result<Done>>
{
    public async Task<Result<Done>> Handle(ScheduleDuties request, CancellationToken cancellationToken)
    {
        foreach (var home in organisations.All)
        {
            await schedule.EnsureAsync(home, cancellationToken);
            await shifts.EnsureAsync(home, cancellationToken);
        }

        return default(Done);
    }
}
