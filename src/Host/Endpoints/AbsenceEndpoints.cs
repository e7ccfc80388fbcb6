using Bpm.Application;
using Bpm.Application.Absences;
using Bpm.Application.Pipeline;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Who is away, and who stands in.</summary>
public static class AbsenceEndpoints
{
    public static void MapAbsences(this IEndpointRouteBuilder routes)
    {
        var absences = routes.MapGroup("/api/absences").WithTags("外出代办");
        absences.MapGet("", (bool? everybody, IMediator mediator, CancellationToken ct) => mediator.Ask(new ListAbsences(everybody ?? false), ct))
            .WithSummary("本人的和由本人代办的外出登记").Produces<Page<AbsenceView>>();
        absences.MapPost("", SetAsync).WithSummary("登记外出和代办人").Produces<AbsenceView>();
        absences.MapPost("/{id:guid}/end", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new EndAbsence(id), ct))
            .WithSummary("提前结束外出").Produces<AbsenceView>();
    }

    private static async Task<IResult> SetAsync(AbsenceBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        if (body.From is not { } from)
            return Problem.Of(new InvalidRequest("from", "请填写开始时间。"));
        return body.Until is { } until
            ? await mediator.Ask(new SetAbsence(body.UserName, body.Substitute ?? "", from, until), cancellationToken)
            : Problem.Of(new InvalidRequest("until", "请填写结束时间。"));
    }

    /// <summary>Body of an absence.</summary>
    public sealed record AbsenceBody(string? UserName, string? Substitute, DateTimeOffset? From, DateTimeOffset? Until);
}
