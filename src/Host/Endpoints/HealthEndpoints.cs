using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Host.Problems;

namespace Bpm.Host.Endpoints;

/// <summary>Whether the process is alive, and whether it can do its work.</summary>
public static class HealthEndpoints
{
    // Older than this, something that is due is not being done.
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(60);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // The port opens only after the first load, so that an answer at all means that it is done.
        routes.MapGet("/healthz", () => TypedResults.Ok(new Health("ok", null))).WithTags("运行").WithSummary("存活检查").Produces<Health>();
        routes.MapGet("/healthz/ready", ReadyAsync)
            .WithTags("运行").WithSummary("就绪检查：数据库可用、到期事项没有积压").Produces<Health>();
    }

    private static async Task<IResult> ReadyAsync(IDueRows dueRows, BusinessClock clock, CancellationToken cancellationToken)
    {
        var first = await dueRows.FirstDueAsync(cancellationToken);
        var lag = first is { } dueAt && dueAt < clock.GetUtcNow() ? clock.GetUtcNow() - dueAt : TimeSpan.Zero;
        return lag > LongestLag
            ? Problem.Of(503, "DUE-ROWS-LATE", $"到期事项积压 {lag.TotalSeconds:F0} 秒，请检查后台任务和日志。")
            : TypedResults.Ok(new Health("ok", lag.TotalSeconds));
    }

    /// <summary>State of the process.</summary>
    /// <param name="DueLagSeconds">Age of the oldest thing that is due and not done.</param>
    public sealed record Health(string Status, double? DueLagSeconds);
}
