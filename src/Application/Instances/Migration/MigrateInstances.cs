using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Incidents;
using Bpm.Engine.Migration;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Migration;

/// <summary>
/// Moves instances to another version. No command itself: each is moved in a transaction of its own, so that one that cannot be moved stops
/// no other and the writer serves everybody in between. Harmless when repeated.
/// </summary>
/// <param name="Reason">Required; goes to the audit trail, so it must not tell of a case.</param>
[MayRun(Permission.DesignProcesses)]
public sealed record MigrateInstances(MigrationOrder Order, string? Reason) : IQuery<MigrationReport>
{
    /// <summary>Longest reason, in UTF-16 units.</summary>
    public const int MaxReason = 200;
}

public sealed class MigrateInstancesValidator : AbstractValidator<MigrateInstances>
{
    public MigrateInstancesValidator()
    {
        RuleFor(request => request.Order).SetValidator(new MigrationOrderValidator()).OverridePropertyName("");
        RuleFor(request => request.Reason).NotEmpty().WithMessage("请填写迁移原因。")
            .MaximumLength(MigrateInstances.MaxReason).WithMessage($"迁移原因最多 {MigrateInstances.MaxReason} 个字符。");
    }
}

public sealed class MigrateInstancesHandler(MigrationDesk desk, MigrationChoice choice, IMediator mediator)
    : IRequestHandler<MigrateInstances, Result<MigrationReport>>
{
    public async Task<Result<MigrationReport>> Handle(MigrateInstances request, CancellationToken cancellationToken)
    {
        var order = request.Order;
        var map = await desk.MapAsync(order.DefinitionId, order.From, order.To, order.Map, cancellationToken);
        if (map.IsRefused)
            return map.Refusal;
        var (ids, remaining) = await choice.OfAsync(order, map.Value, cancellationToken);
        var results = new List<MigrationOutcome>();
        foreach (var id in ids)
        {
            var moved = await MoveAsync(new(id, order.DefinitionId, order.From, order.To, order.Map, request.Reason!.Trim()), cancellationToken);
            // The first command carries the request's key; no other instance is touched where the key was used for something else.
            if (moved.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(moved.IsRefused ? MigrationDesk.Refused(id, moved.Refusal) : moved.Value);
        }

        return new MigrationReport(order.From, order.To, results, remaining, Undo(order, map.Value, results));
    }

    private async Task<Result<MigrationOutcome>> MoveAsync(MigrateInstance command, CancellationToken cancellationToken)
    {
        try
        {
            return await mediator.Send(command, cancellationToken);
        }
        catch (ConcurrencyConflictException)
        {
            return new MigrationOvertaken();
        }
    }

    private static MigrationReport.Reversal? Undo(MigrationOrder order, NodeMap map, List<MigrationOutcome> results)
    {
        string[] moved = [.. results.Where(result => result.State == MigrationOutcome.Moved).Select(result => result.InstanceId)];
        return moved.Length == 0 ? null : new(order.To, order.From, map.Inverse(), moved);
    }
}
