using Bpm.Application.Reports;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The lists that the regulations ask for.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/reports/{code}", (string code, string? date, string? format, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new GetReport(code, date, format), report => Answer(report, format), ct))
            .WithTags("报表").WithSummary("某日的报表：format=json 或 csv").Produces<ReportView>().Produces<byte[]>(StatusCodes.Status200OK, "text/csv");

    private static IResult Answer(ReportView report, string? format) => format == "csv"
        ? TypedResults.File(ReportTable.Write(report), ReportTable.MediaType, ReportTable.FileName(report))
        : TypedResults.Ok(report);
}
