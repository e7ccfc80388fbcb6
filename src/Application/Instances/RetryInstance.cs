using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Runs failed activities of an instance again; one that ended by its fault goes on, where its activation strategy allows it.</summary>
/// <param name="ActivityInstanceId">The failed run; null means all.</param>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record RetryInstance(string InstanceId, int? ActivityInstanceId, string? Reason = null) : ICommand<InstanceView>;

public sealed class RetryInstanceValidator : AbstractValidator<RetryInstance>
{
    public RetryInstanceValidator() => RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
}

public sealed class RetryInstanceHandler(InstanceRepairs repairs) : IRequestHandler<RetryInstance, Result<InstanceView>>
{
    public Task<Result<InstanceView>> Handle(RetryInstance request, CancellationToken cancellationToken) => repairs.ReviveAsync(
        request.InstanceId, "instance.retried", "没有可以重试的失败步骤。",
        (runner, graph, instance, host) => runner.Retry(graph, instance, request.ActivityInstanceId, host), cancellationToken, request.Reason);
}
