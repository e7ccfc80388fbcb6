using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>
/// 撤回: whoever completed a task takes that back while nobody has touched what it opened and nothing final came of it. The task is in hand
/// again, clocks that it had stopped run on with the same due time, clocks that it had started are cancelled, and whoever was told is told.
/// </summary>
[MayRun(Permission.Staff)]
public sealed record WithdrawTask(Guid TaskId, string Reason) : ICommand<TaskView>;

public sealed class WithdrawTaskHandler(TaskDesk desk, OrganisationRegistry organisations, Caller caller) : IRequestHandler<WithdrawTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(WithdrawTask request, CancellationToken cancellationToken) =>
        desk.GoBackAsync(request.TaskId, "task.withdrawn", on => TakeBack(on, request.Reason), cancellationToken);

    private Result<(HumanTask From, HumanTask To)> TakeBack(TaskOnDesk on, string reason)
    {
        if (on.Task.CompletedBy == on.Member.UserName && on.Complaint.RefuseTakingBack(on.Task) is { } refusal)
            return refusal;
        var effects = on.Task.Effects;
        var taken = on.Task.TakeBack(on.Member.UserName, reason, on.Now);
        if (taken.IsRefused)
            return taken.Refusal;
        on.Complaint.Undo(effects!, on.Now);
        var quiet = organisations.Of(on.Complaint.Organisation).RulesFor(on.Complaint.ReceivedAt).QuietHours;
        foreach (var told in effects!.Told.Where(told => told != on.Member.UserName))
        {
            on.Complaint.RaiseNotice(new(
                told, NoticeKind.Information, $"工单 {on.Complaint.Number}：{on.Member.DisplayName}撤回了“{on.Task.Title}”的办理结果，此前的提醒作废。",
                on.Now, quiet.DeliverAt(on.Now, Keys.User(told), alsoAtNight: false, caller.Home.Profile.Identity.Zone)));
        }

        return (effects.Opened.Select(on.Complaint.Task).OfType<HumanTask>().First(), on.Task);
    }
}
