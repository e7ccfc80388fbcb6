using Bpm.Application.Administration.Trails;
using Bpm.Application.Reports.Files;
using Bpm.Web.Frame;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Admin;

/// <summary>What a search of the audit trail finds, as a file.</summary>
public static class AuditFile
{
    /// <summary>Where it is; the query is the page's.</summary>
    public const string Address = "/admin/audit.csv";

    /// <summary>Sends it; the use case asks who may have it, and writes it down.</summary>
    public static async Task SendAsync(HttpContext context, string? actor, string? number, string? action, DateOnly? from, DateOnly? to, IMediator mediator)
    {
        var result = await mediator.Send(new ExportAudit(new(actor, number, action, from, to, 0, 1)), context.RequestAborted);
        if (result.IsRefused)
            await StatusDocument.SendAsync(context, StatusCodes.Status403Forbidden);
        else
            await TypedResults.File(CsvFile.Write(TrailSheet.Of(result.Value.Items)), CsvFile.MediaType, "audit.csv").ExecuteAsync(context);
    }
}
