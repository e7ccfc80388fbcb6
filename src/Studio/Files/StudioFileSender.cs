using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bpm.Studio.Files;

/// <summary>Sends Elsa Studio's files below <c>/studio</c>, in the compressed form that the browser takes, and lets it keep them as long as they are true.</summary>
public sealed class StudioFileSender(RequestDelegate next, StudioFiles files)
{
    private const string Forever = "public, max-age=31536000, immutable";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/studio", out var rest) || !rest.HasValue || files.Find(rest.Value[1..]) is not { } file)
        {
            await next(context);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        await SendAsync(context, file);
    }

    private static async Task SendAsync(HttpContext context, StudioFile file)
    {
        var (encoding, path, tag) = Choose(file, context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = file.IsFingerprinted ? Forever : "no-cache";
        if (file.Compressed.Count > 0)
            headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding is not null)
            headers.ContentEncoding = encoding;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = new FileInfo(path).Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.SendFileAsync(path, context.RequestAborted);
    }

    private static (string? Encoding, string Path, EntityTagHeaderValue Tag) Choose(StudioFile file, IList<StringWithQualityHeaderValue> accepted)
    {
        foreach (var (encoding, path, tag) in file.Compressed)
        {
            if (Takes(accepted, encoding))
                return (encoding, path, tag);
        }

        return (null, file.Path, file.Tag);
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, StringSegment encoding)
    {
        var named = accepted.FirstOrDefault(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*");
        return named is not null && named.Quality is not 0;
    }
}
