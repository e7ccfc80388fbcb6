using System.IO.Compression;
using System.Text.Json;
using Bpm.Application.Instances.Viewing;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Instances;

/// <summary>Instances as files.</summary>
internal static class ExportEndpoints
{
    /// <summary>Maps the routes below <c>/elsa/api</c>.</summary>
    public static void MapElsaInstanceExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", (string id, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new ExportInstances([id]), exported => TypedResults.Bytes(Write(exported[0]), "application/json", NameOf(exported[0])), ct));
        api.MapPost("/bulk-actions/export/workflow-instances", (ExportBody body, IMediator mediator, CancellationToken ct) => mediator.AskElsa(
            new ExportInstances(body.Ids ?? []), exported => TypedResults.Bytes(Zip(exported), "application/zip", "workflow-instances.zip"), ct));
        api.MapPost("/bulk-actions/import/workflow-instances", (IMediator mediator, CancellationToken ct) => mediator.AskElsa(new ImportInstances(), _ => new { }, ct));
    }

    private static string NameOf(ExportedInstance exported) => $"workflow-instance-{exported.Runs.Picture.Instance.Id}.json";

    private static byte[] Write(ExportedInstance exported) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            WorkflowState = ElsaInstances.Of(exported.Runs.Picture),
            ActivityExecutionRecords = exported.Runs.Wanted.Select(run => ElsaRuns.Full(exported.Runs, run)),
            WorkflowExecutionLogRecords = exported.Journal.Entries.Select(entry => ElsaRuns.Entry(exported.Runs.Picture.Instance.Id, entry, exported.Journal)),
        },
        ElsaResults.Json);

    private static byte[] Zip(IReadOnlyList<ExportedInstance> exported)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var instance in exported)
            {
                using var entry = zip.CreateEntry(NameOf(instance)).Open();
                entry.Write(Write(instance));
            }
        }

        return file.ToArray();
    }

    /// <summary>Which instances.</summary>
    internal sealed record ExportBody(IReadOnlyList<string>? Ids);
}
