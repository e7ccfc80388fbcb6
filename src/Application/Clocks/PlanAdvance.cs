using System.Xml;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Clocks;

/// <summary>
/// Decides where an advance of the virtual clock leads. A command of its own, so that a repeated request finds the first answer
/// and moves nothing twice. Exactly one of the two is given.
/// </summary>
/// <param name="To">The moment to reach.</param>
/// <param name="By">ISO 8601 duration to move forward.</param>
[MayRun(Permission.Staff)]
public sealed record PlanAdvance(DateTimeOffset? To, string? By) : ICommand<AdvanceTarget>;

/// <summary>Where an advance leads.</summary>
public sealed record AdvanceTarget(DateTimeOffset To);

public sealed class PlanAdvanceHandler(BusinessClock clock) : IRequestHandler<PlanAdvance, Result<AdvanceTarget>>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3700);

    public Task<Result<AdvanceTarget>> Handle(PlanAdvance request, CancellationToken cancellationToken) => Task.FromResult(Plan(request));

    private Result<AdvanceTarget> Plan(PlanAdvance request)
    {
        if (!clock.IsVirtual)
            return new ClockNotVirtual();
        if (request.To is null == request.By is null)
            return new InvalidRequest("to", "请给出 to（时刻）或 by（ISO 8601 时长，如 PT1H）中的一项。");
        var now = clock.GetUtcNow();
        if (request.To is { } to)
            return to < now ? new ClockRunsForward() : to - now > Longest ? TooFar("to") : new AdvanceTarget(to.ToUniversalTime());
        return Duration(request.By!) switch
        {
            null => new InvalidRequest("by", "时长须为 ISO 8601 格式，如 PT30M、P1D。"),
            { } by when by < TimeSpan.Zero => new ClockRunsForward(),
            { } by when by > Longest => TooFar("by"),
            { } by => new AdvanceTarget(now + by),
        };
    }

    private static InvalidRequest TooFar(string field) => new(field, "一次最多拨动十年。");

    private static TimeSpan? Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }
}
