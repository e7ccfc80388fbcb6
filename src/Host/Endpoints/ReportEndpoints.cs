using Bpm.Application.Reports;
using Bpm.Application.Reports.Files;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The lists that the regulations ask for.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/reports/{code}", (string code, string? date, string? from, string? to, string? format, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new GetReport(code, date, from, to, format), report => SheetResults.Answer(report, ReportTable.Of, format), ct))
            .WithTags("报表").WithSummary("某日或某段时间的报表：format=json、csv 或 xlsx").Produces<ReportView>()
            .Produces<byte[]>(StatusCodes.Status200OK, "text/csv", XlsxFile.MediaType);
}
