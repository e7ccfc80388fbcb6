using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Duties;
using Bpm.Application.Installation;
using Bpm.Application.Instances;
using Bpm.Application.Penalties;
using Bpm.Application.Pipeline;
using Bpm.Application.Shifts;
using Bpm.Application.Triggers;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Due;

/// <summary>Does what a due row stands for, and takes the row out in the same transaction: it happens once, whatever dies or races.</summary>
[MayRun(Permission.System)]
public sealed record RunDueRow(DueRow Row) : ICommand<Done>;

public sealed class RunDueRowHandler(
    IDueRows dueRows, ICaseStore cases, CaseProcess process, InstanceDesk desk, StimulusDelivery stimuli, TriggerFiring firing,
    DispatchDelivery dispatches, DutyOpening duties, ShiftChange shifts, CopyReply copies, PenaltyWatch penalties, ISettings settings, BusinessClock clock)
    : IRequestHandler<RunDueRow, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunDueRow request, CancellationToken cancellationToken)
    {
        var row = request.Row;
        // Gone: another node has done it, or its reason went away since it was read.
        if (!await dueRows.TakeAsync(row.Id, cancellationToken))
            return default(Done);
        if (clock.IsVirtual)
            await settings.PutAsync(StoreVirtualTime.SettingName, StoreVirtualTime.Text(clock.GetUtcNow()), cancellationToken);
        switch (row.Kind)
        {
            case DueKind.Timer:
                await desk.ResumeAsync(row.Subject, row.Reference, null, cancellationToken);
                break;
            case DueKind.Clock when await cases.FindAsync(Guid.Parse(row.Subject), cancellationToken) is { } complaint:
                await process.ClockAsync(complaint, Guid.Parse(row.Reference), cancellationToken);
                break;
            case DueKind.Stimulus:
                await stimuli.DeliverAsync(row, cancellationToken);
                break;
            case DueKind.Trigger:
                await firing.ScheduleAsync(row, cancellationToken);
                break;
            case DueKind.Dispatch:
                await dispatches.DeliverAsync(row, cancellationToken);
                break;
            case DueKind.Duty:
                await duties.OpenAsync(row, cancellationToken);
                break;
            case DueKind.ReplyCopy:
                await copies.DeliverAsync(row, cancellationToken);
                break;
            case DueKind.Shift:
                await shifts.RunAsync(row, cancellationToken);
                break;
            case DueKind.Calendar when await cases.FindAsync(Guid.Parse(row.Subject), cancellationToken) is { IsOpen: true } concerned:
                await process.FollowCalendarAsync(concerned, cancellationToken);
                break;
            case DueKind.PenaltyCheck:
                await penalties.CheckAsync(row, cancellationToken);
                break;
            case DueKind.Clock or DueKind.Calendar:
                // The case was removed with all it had, or is closed by now.
                break;
            case DueKind.Outbox or DueKind.HttpCall:
                throw new InvalidOperationException("Rows of outside systems are delivered outside a transaction.");
            default:
                throw new InvalidOperationException($"Unknown kind of due row: {row.Kind}.");
        }

        return default(Done);
    }
}
