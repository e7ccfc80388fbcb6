using Bpm.Application.Definitions;
using Bpm.Application.Definitions.Drafts;
using Bpm.Domain;
using Bpm.Studio.Answers;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bpm.Studio.Definitions;

/// <summary>Elsa's routes that take files in. Imported definitions are drafts: what is in force changes by publishing only.</summary>
internal static class DefinitionImportEndpoints
{
    private const long LargestUpload = 16 * 1024 * 1024;

    public static void MapDefinitionImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/import", ImportAsync);
        api.MapPost("/workflow-definitions/import-files", ImportFilesAsync);
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, HttpResponse response, IMediator mediator, DefinitionLinks links, CancellationToken ct)
    {
        var (body, fault) = await DefinitionBodies.ReadAsync(request, ct);
        return fault is null
            ? await mediator.AskElsa(
                new ImportDrafts([new("导入的文件", DefinitionBodies.Bytes(body))]), imported => response.Definition(imported.Versions[0], links), ct)
            : ElsaResults.Of(new DefinitionInvalid(fault), isRead: false);
    }

    private static async Task<IResult> ImportFilesAsync(HttpRequest request, IMediator mediator, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return ElsaResults.Of(new DefinitionInvalid("请以表单（multipart）上传 .json 或 .zip 文件。"), isRead: false);
        var form = await request.ReadFormAsync(ct);
        var files = new List<ImportFile>();
        foreach (var file in form.Files)
        {
            var read = await ReadAsync(file, ct);
            if (read.IsRefused)
                return ElsaResults.Of(read.Refusal, isRead: false);
            files.AddRange(read.Value.Items);
        }

        return files.Count == 0
            ? ElsaResults.Of(new DefinitionInvalid("没有收到文件。"), isRead: false)
            : await mediator.AskElsa(new ImportDrafts(files), imported => new { Count = imported.Versions.Count }, ct);
    }

    private static async Task<Result<DefinitionArchive.ImportFiles>> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > LargestUpload)
            return new ImportFileRefused(file.FileName, $"文件有 {file.Length / 1024 / 1024} MB，最多 16 MB。");
        // Copied: the stream of an upload does not take the seeking that a damaged archive leads to.
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, ct);
        buffer.Position = 0;
        return file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? DefinitionArchive.Read(file.FileName, buffer)
            : new DefinitionArchive.ImportFiles([new(file.FileName, buffer.ToArray())]);
    }
}
