using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Cancels an instance that is no case; a case ends by its own steps only.</summary>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record CancelInstance(string InstanceId, string? Reason = null) : ICommand<InstanceView>;

public sealed class CancelInstanceValidator : AbstractValidator<CancelInstance>
{
    public CancelInstanceValidator() => RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
}

public sealed class CancelInstanceHandler(InstanceRepairs repairs) : IRequestHandler<CancelInstance, Result<InstanceView>>
{
    public Task<Result<InstanceView>> Handle(CancelInstance request, CancellationToken cancellationToken) =>
        repairs.CancelAsync(request.InstanceId, request.Reason, cancellationToken);
}
