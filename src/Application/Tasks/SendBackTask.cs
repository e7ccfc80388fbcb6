using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>
/// 退回: the holder of a task sends the work back to a step that was done before; whatever came after that step is cancelled. Clocks that run
/// go on (A-5.5: 退单不停表), the step's own clock starts another round. Whoever did the step is told.
/// </summary>
/// <param name="ToStep">Step code; see <see cref="ListReturnSteps"/>.</param>
[MayRun(Permission.Staff)]
public sealed record SendBackTask(Guid TaskId, string ToStep, string Reason) : ICommand<TaskView>;

public sealed class SendBackTaskHandler(TaskDesk desk, ICaseStore cases, CaseProcess process, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<SendBackTask, Result<TaskView>>
{
    public async Task<Result<TaskView>> Handle(SendBackTask request, CancellationToken cancellationToken)
    {
        IReadOnlyList<HumanTask> steps = [];
        if (await cases.FindByTaskAsync(request.TaskId, cancellationToken) is { } complaint && complaint.Organisation == caller.Member.Organisation)
            steps = await process.ReturnableAsync(complaint, complaint.Task(request.TaskId)!, cancellationToken);
        return await desk.GoBackAsync(request.TaskId, "task.sent-back", on => SendBack(on, steps.FirstOrDefault(step => step.Step == request.ToStep), request.Reason), cancellationToken);
    }

    private Result<(HumanTask From, HumanTask To)> SendBack(TaskOnDesk on, HumanTask? to, string reason)
    {
        var sent = on.Task.SendBack(on.Member.UserName, to?.Title ?? "", reason, on.Now);
        if (sent.IsRefused)
            return sent.Refusal;
        if (to is null)
            return new TaskStepNotReturnable();
        var quiet = organisations.Of(on.Complaint.Organisation).RulesFor(on.Complaint.ReceivedAt).QuietHours;
        var deliverAt = quiet.DeliverAt(on.Now, Keys.User(to.CompletedBy!), alsoAtNight: false, caller.Home.Profile.Identity.Zone);
        on.Complaint.RaiseNotice(new(
            to.CompletedBy!, NoticeKind.Information, $"工单 {on.Complaint.Number}：{on.Member.DisplayName}将“{on.Task.Title}”退回到“{to.Title}”，请重新办理。", on.Now, deliverAt));
        return (on.Task, to);
    }
}
