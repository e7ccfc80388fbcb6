using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Expressions;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances;

/// <summary>Gives a variable of an instance a value, so that what failed can be retried.</summary>
/// <param name="Value">Converted to the variable's type; ids and codes only.</param>
/// <param name="Reason">Written into the audit trail; may be null.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record SetInstanceVariable(string InstanceId, string Name, JsonElement Value, string? Reason = null) : ICommand<InstanceView>;

public sealed class SetInstanceVariableValidator : AbstractValidator<SetInstanceVariable>
{
    public SetInstanceVariableValidator() => RuleFor(order => order.Reason).MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
}

public sealed class SetInstanceVariableHandler(InstanceRepairs repairs) : IRequestHandler<SetInstanceVariable, Result<InstanceView>>
{
    public Task<Result<InstanceView>> Handle(SetInstanceVariable request, CancellationToken cancellationToken) => repairs.ActAsync(
        request.InstanceId, "instance.variable-set", "流程实例已经结束，变量不能再改。",
        (runner, graph, instance, _) => runner.SetVariable(graph, instance, request.Name, JsonValues.Read(request.Value)), cancellationToken, request.Reason);
}
