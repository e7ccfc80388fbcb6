using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The business clock; it can be moved only where it is virtual.</summary>
public static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        var clock = routes.MapGroup("/api/clock").WithTags("时钟");
        clock.MapGet("", (IMediator mediator, CancellationToken ct) => mediator.Ask(new GetClock(), ct)).WithSummary("业务时钟").Produces<ClockView>();
        clock.MapPost("/advance", AdvanceAsync).WithSummary("拨动虚拟时钟；途中到期的事项按到期先后全部执行后返回").Produces<ClockView>();
    }

    private static async Task<IResult> AdvanceAsync(AdvanceBody body, IMediator mediator, DueRunner runner, CancellationToken cancellationToken)
    {
        var planned = await mediator.Send(new PlanAdvance(body.To, body.By), cancellationToken);
        if (planned.IsRefused)
            return Problem.Of(planned.Refusal);
        // An advance once begun runs to its end: a caller that hangs up must not leave the clock half way.
        await runner.AdvanceAsync(planned.Value.To, CancellationToken.None);
        return await mediator.Ask(new GetClock(), cancellationToken);
    }

    /// <summary>Body of an advance: exactly one of the two.</summary>
    public sealed record AdvanceBody(DateTimeOffset? To, string? By);
}
