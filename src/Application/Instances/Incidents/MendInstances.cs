using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Incidents;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Incidents;

/// <summary>
/// Mends many instances. No command itself: each is mended in a transaction of its own, so that one that cannot be mended undoes no other.
/// </summary>
/// <param name="Reason">Required; goes to the audit trail, so it must not tell of a case.</param>
[MayRun(Permission.RunWorkflows)]
public sealed record MendInstances(MendAction Action, IReadOnlyList<MendTarget> Targets, string? Reason) : IQuery<MendReport>
{
    /// <summary>For <see cref="MendAction.Skip"/>: ports to leave by; none means each step's first one.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>For <see cref="MendAction.Variable"/>: its name.</summary>
    public string? Variable { get; init; }

    /// <summary>For <see cref="MendAction.Variable"/>: its value, converted to the variable's type; ids and codes only.</summary>
    public JsonElement Value { get; init; }
}

/// <summary>What became of each.</summary>
public sealed record MendReport(IReadOnlyList<MendOutcome> Results)
{
    /// <summary>How many were mended.</summary>
    public int Done => Results.Count(result => result.IsDone);
}

public sealed class MendInstancesValidator : AbstractValidator<MendInstances>
{
    public MendInstancesValidator()
    {
        RuleFor(order => order.Targets).NotEmpty().WithMessage("请选择要处理的异常。").OverridePropertyName("items");
        RuleFor(order => order.Targets).Must(targets => targets is null || targets.Count <= InstanceRepairs.MostAtOnce).WithMessage(InstanceRepairs.TooManyAtOnce).OverridePropertyName("items");
        RuleForEach(order => order.Targets).Must(target => !string.IsNullOrEmpty(target?.InstanceId)).WithMessage("缺少实例编号（instanceId）。").OverridePropertyName("items");
        RuleFor(order => order.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("请填写原因，会记入审计。")
            .MaximumLength(InstanceRepairs.LongestReason).WithMessage(InstanceRepairs.ReasonTooLong);
        RuleFor(order => order.Variable).NotEmpty().When(order => order.Action == MendAction.Variable).WithMessage("请填写变量名。").OverridePropertyName("name");
        RuleFor(order => order.Value).Must(value => value.ValueKind != JsonValueKind.Undefined).When(order => order.Action == MendAction.Variable).WithMessage("请填写变量的值。");
    }
}

public sealed class MendInstancesHandler(IMediator mediator) : IRequestHandler<MendInstances, Result<MendReport>>
{
    public async Task<Result<MendReport>> Handle(MendInstances request, CancellationToken cancellationToken)
    {
        var results = new List<MendOutcome>();
        foreach (var target in Targets(request))
        {
            var mended = await MendAsync(request, target, cancellationToken);
            // The first command carries the request's key; no other instance is touched where the key was used for something else.
            if (mended.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(mended.IsRefused
                ? new(target.InstanceId, target.ActivityInstanceId, false, mended.Refusal.Code, mended.Refusal.Message)
                : new(target.InstanceId, target.ActivityInstanceId, true, null, Text(request.Action, mended.Value)));
        }

        return new MendReport(results);
    }

    // A variable and an end are the whole instance's.
    private static IEnumerable<MendTarget> Targets(MendInstances request) => request.Action is MendAction.Variable or MendAction.Cancel
        ? request.Targets.Select(target => target with { ActivityInstanceId = null }).Distinct()
        : request.Targets.Distinct();

    private async Task<Result<InstanceView>> MendAsync(MendInstances request, MendTarget target, CancellationToken cancellationToken)
    {
        ICommand<InstanceView>? command = request.Action switch
        {
            MendAction.Retry => new RetryInstance(target.InstanceId, target.ActivityInstanceId, request.Reason),
            MendAction.Skip => target.ActivityInstanceId is { } run ? new SkipActivity(target.InstanceId, run, request.Outcomes, request.Reason) : null,
            MendAction.Variable => new SetInstanceVariable(target.InstanceId, request.Variable!, request.Value, request.Reason),
            _ => new CancelInstance(target.InstanceId, request.Reason),
        };
        if (command is null)
            return new RunRequired();
        try
        {
            return await mediator.Send(command, cancellationToken);
        }
        catch (ConcurrencyConflictException)
        {
            return new MendOvertaken();
        }
        catch (WorkflowException)
        {
            return new MendFailed();
        }
    }

    private static string Text(MendAction action, InstanceView view) => action switch
    {
        MendAction.Retry when view.Incidents is { Count: > 0 } => "已重试，仍有异常。",
        MendAction.Retry => "已重试。",
        MendAction.Skip => "已跳过。",
        MendAction.Variable => "变量已修改；需要时再重试。",
        _ => "已取消。",
    };
}
