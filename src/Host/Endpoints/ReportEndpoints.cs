using Bpm.Application.Reports;
using Bpm.Application.Reports.Files;
using Bpm.Application.Reports.Papers;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The lists that the regulations ask for.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
                "/api/reports/{code}",
                (string code, string? complaint, string? date, string? from, string? to, string? format, int? page, int? pageSize,
                    IMediator mediator, CancellationToken ct) => complaint is null
                    ? mediator.Ask(new GetReport(code, date, from, to, format) { Page = page ?? 0, PageSize = pageSize ?? (format is null or "json" ? GetReport.LargestPage : null) }, report => SheetResults.Answer(report, ReportTable.Of, format), ct)
                    : mediator.Ask(new GetCasePaper(code, complaint, format), paper => SheetResults.Answer(paper, form => form.ToSheet(), format), ct))
            .WithTags("报表").WithSummary("某日或某段时间的报表，或某一案件的单据（complaint=受理编号）：format=json、csv 或 xlsx")
            .Produces<ReportView>().Produces<byte[]>(StatusCodes.Status200OK, "text/csv", XlsxFile.MediaType);
}
