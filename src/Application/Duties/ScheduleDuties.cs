using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Duties;

/// <summary>Sees to it that every duty of every organisation has its next day in the table of due rows. Repeating it changes nothing.</summary>
[MayRun(Permission.System)]
public sealed record ScheduleDuties : ICommand<Done>;

public sealed class ScheduleDutiesHandler(OrganisationRegistry organisations, DutySchedule schedule) : IRequestHandler<ScheduleDuties, Result<Done>>
{
    public async Task<Result<Done>> Handle(ScheduleDuties request, CancellationToken cancellationToken)
    {
        foreach (var home in organisations.All)
            await schedule.EnsureAsync(home, cancellationToken);
        return default(Done);
    }
}
