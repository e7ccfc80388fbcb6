using Bpm.Application.Access;
using Bpm.Application.Instances.Viewing;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Cancels many instances, or, where one of them must not be, none.</summary>
/// <param name="Ids">These; empty for the running ones of the definition or version.</param>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record CancelInstances(IReadOnlyList<string> Ids, string? DefinitionId, string? VersionId, string? Reason) : ICommand<CancelledInstances>;

/// <summary>How many were cancelled.</summary>
public sealed record CancelledInstances(int Count);

public sealed class CancelInstancesValidator : AbstractValidator<CancelInstances>
{
    public CancelInstancesValidator()
    {
        RuleFor(order => order.Ids).Must(ids => ids.Count <= InstanceRepairs.MostAtOnce).WithMessage(InstanceRepairs.TooManyAtOnce);
        RuleFor(order => order.Ids).Must((order, ids) => ids.Count > 0 || order.DefinitionId is { Length: > 0 } || order.VersionId is { Length: > 0 })
            .WithMessage("请选择要取消的实例。");
        RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
    }
}

public sealed class CancelInstancesHandler(InstanceRepairs repairs, IInstanceSearches searches, Caller caller)
    : IRequestHandler<CancelInstances, Result<CancelledInstances>>
{
    public async Task<Result<CancelledInstances>> Handle(CancelInstances request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Count > 0
            ? request.Ids
            : await searches.RunningAsync(
                caller.Member.Organisation, Given(request.DefinitionId), Given(request.VersionId), InstanceRepairs.MostAtOnce + 1, cancellationToken);
        if (ids.Count > InstanceRepairs.MostAtOnce)
            return new InvalidRequest("ids", InstanceRepairs.TooManyAtOnce);
        foreach (var id in ids.Distinct())
        {
            var cancelled = await repairs.CancelAsync(id, request.Reason, cancellationToken);
            if (cancelled.IsRefused)
                return cancelled.Refusal;
        }

        return new CancelledInstances(ids.Distinct().Count());
    }

    private static string? Given(string? id) => id is { Length: > 0 } ? id : null;
}
