using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Migration;

/// <summary>试算: tells of each instance whether it could be moved, and stores nothing.</summary>
[MayRun(Permission.DesignProcesses)]
public sealed record TryMigration(MigrationOrder Order) : IQuery<MigrationReport>;

public sealed class TryMigrationValidator : AbstractValidator<TryMigration>
{
    public TryMigrationValidator() => RuleFor(request => request.Order).SetValidator(new MigrationOrderValidator()).OverridePropertyName("");
}

public sealed class TryMigrationHandler(MigrationDesk desk, MigrationChoice choice) : IRequestHandler<TryMigration, Result<MigrationReport>>
{
    public async Task<Result<MigrationReport>> Handle(TryMigration request, CancellationToken cancellationToken)
    {
        var order = request.Order;
        var map = await desk.MapAsync(order.DefinitionId, order.From, order.To, order.Map, cancellationToken);
        if (map.IsRefused)
            return map.Refusal;
        var (ids, remaining) = await choice.OfAsync(order, map.Value, cancellationToken);
        var results = new List<MigrationOutcome>();
        foreach (var id in ids)
            results.Add(MigrationDesk.Outcome(id, await desk.TryAsync(map.Value, id, cancellationToken), MigrationOutcome.Movable));
        return new MigrationReport(order.From, order.To, results, remaining, null);
    }
}
