using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Takes a failed activity as completed; an instance that ended by its fault goes on, where its activation strategy allows it.</summary>
/// <param name="Outcomes">Ports to leave by; none means the activity's first one.</param>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record SkipActivity(string InstanceId, int ActivityInstanceId, IReadOnlyList<string>? Outcomes, string? Reason = null) : ICommand<InstanceView>;

public sealed class SkipActivityValidator : AbstractValidator<SkipActivity>
{
    public SkipActivityValidator() => RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
}

public sealed class SkipActivityHandler(InstanceRepairs repairs) : IRequestHandler<SkipActivity, Result<InstanceView>>
{
    public Task<Result<InstanceView>> Handle(SkipActivity request, CancellationToken cancellationToken) => repairs.ReviveAsync(
        request.InstanceId, "instance.skipped", "没有这个失败的步骤，可能已被处理。",
        (runner, graph, instance, host) => runner.Skip(graph, instance, request.ActivityInstanceId, request.Outcomes ?? [], host), cancellationToken, request.Reason);
}
