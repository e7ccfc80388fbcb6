using Bpm.Application.Instances.Migration;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Moving running instances to another version of their workflow. For process admins.</summary>
public static class MigrationEndpoints
{
    public static void MapMigrations(this IEndpointRouteBuilder routes)
    {
        var migrations = routes.MapGroup("/api/definitions/{definitionId}/migrations").WithTags("流程版本迁移");
        migrations.MapPost("/plan", (string definitionId, PlanBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new PlanMigration(definitionId, body.From, body.To, body.Map), ct))
            .WithSummary("迁移方案：可选的版本、运行中的案件、步骤对应和没有对应的步骤；不改动任何内容").Produces<MigrationPlan>();
        migrations.MapPost("/dry-run", (string definitionId, OrderBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new TryMigration(body.Order(definitionId)), ct))
            .WithSummary("试算：逐件说明能否迁移及原因；不改动任何内容").Produces<MigrationReport>();
        migrations.MapPost("", (string definitionId, RunBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new MigrateInstances(body.Order(definitionId), body.Reason), ct))
            .WithSummary("执行迁移：每件一个事务，逐件给出结果；已执行的步骤不再执行，任务、时限和定时不变；undo 是迁回原版本的请求").Produces<MigrationReport>();
    }

    /// <summary>Body of a plan.</summary>
    /// <param name="From">Version number that instances leave; without it the newest other version with open instances.</param>
    /// <param name="To">Version number that they go on with; without it the published one.</param>
    /// <param name="Map">Old node path to new node path, as far as it is said by hand.</param>
    public sealed record PlanBody(int? From, int? To, IReadOnlyDictionary<string, string>? Map);

    /// <summary>Body of a dry run.</summary>
    /// <param name="Instances">Instance ids; without them all open instances of the version, at most 500.</param>
    public record OrderBody(int From, int To, IReadOnlyList<string>? Instances, IReadOnlyDictionary<string, string>? Map)
    {
        internal MigrationOrder Order(string definitionId) => new(definitionId, From, To, Instances, Map);
    }

    /// <summary>Body of a migration.</summary>
    public sealed record RunBody(int From, int To, IReadOnlyList<string>? Instances, IReadOnlyDictionary<string, string>? Map, string? Reason)
        : OrderBody(From, To, Instances, Map);
}
