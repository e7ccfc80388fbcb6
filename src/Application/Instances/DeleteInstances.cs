using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Deletes ended instances that are no case, or, where one of them must stay, none.</summary>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record DeleteInstances(IReadOnlyList<string> Ids, string? Reason) : ICommand<DeletedInstances>;

/// <summary>How many were deleted.</summary>
public sealed record DeletedInstances(int Count);

public sealed class DeleteInstancesValidator : AbstractValidator<DeleteInstances>
{
    public DeleteInstancesValidator()
    {
        RuleFor(order => order.Ids).NotEmpty().WithMessage("请选择要删除的实例。")
            .Must(ids => ids.Count <= InstanceRepairs.MostAtOnce).WithMessage(InstanceRepairs.TooManyAtOnce);
        RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
    }
}

public sealed class DeleteInstancesHandler(InstanceRepairs repairs, IInstanceRemoval removal, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<DeleteInstances, Result<DeletedInstances>>
{
    public async Task<Result<DeletedInstances>> Handle(DeleteInstances request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().ToList();
        foreach (var id in ids)
        {
            if (await repairs.FindAsync(id, cancellationToken) is not var (instance, complaint))
                return new InstanceNotFound();
            if (complaint is not null)
                return new InstanceKept($"这个流程实例属于案件 {complaint.Number}，须随案件保存，不能删除。");
            if (!instance.IsEnded)
                return new InstanceKept("运行中的流程实例不能删除，请先取消。");
            await removal.RemoveAsync(id, cancellationToken);
            audit.Append(AuditEntry.Record(
                clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "instance.deleted", $"instance:{id}", InstanceRepairs.Detail(instance.DefinitionId, request.Reason)));
        }

        return new DeletedInstances(ids.Count);
    }
}
