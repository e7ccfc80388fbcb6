using Bpm.Application;
using Bpm.Application.Reports.Files;
using Bpm.Application.Statistics;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Figures of the cases, and the cases behind them.</summary>
public static class StatisticsEndpoints
{
    private const int MostRowsOfAFile = 50_000;

    public static void MapStatistics(this IEndpointRouteBuilder routes)
    {
        var statistics = routes.MapGroup("/api/statistics").WithTags("统计");
        statistics.MapGet("", (string? from, string? to, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetStatistics(from, to), ct))
            .WithSummary("响应率、按时办结率、解决率、满意率：按部门、类别、渠道、月份").Produces<StatisticsView>();
        statistics.MapGet("/cases", ListAsync).WithSummary("某个统计数字背后的案件：format=json、csv 或 xlsx").Produces<Page<StatisticsCaseView>>()
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv", XlsxFile.MediaType);
        statistics.MapGet("/analysis", (string? month, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetAnalysis(month), ct))
            .WithSummary("月度分析：重复地址、薄弱部门、慢步骤").Produces<AnalysisView>();
    }

    private static Task<IResult> ListAsync(
        string? from, string? to, string? measure, string? department, string? category, string? channel, string? month, string? step, string? address,
        int? page, int? pageSize, string? format, IMediator mediator, CancellationToken cancellationToken) => mediator.Ask(
            new ListStatisticsCases(
                from, to, measure, department, category, channel, month, step, address, page ?? 0,
                pageSize ?? (format is null or "json" ? 100 : MostRowsOfAFile), format),
            cases => SheetResults.Answer(cases, StatisticsTable.Of, format), cancellationToken);
}
