using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Bpm.Web.Frame;

/// <summary>The style sheets, scripts and word lists of the pages: they lie in this assembly and are sent from memory.</summary>
public sealed class WebAssets
{
    private const string Root = "wwwroot/";
    private const int HashLength = 12;
    private static readonly FrozenDictionary<string, (byte[] Content, string Type, string Hash)> Files = Read();

    /// <summary>The address of a file with a mark of its content, under which browsers keep it for good.</summary>
    /// <param name="path">Absolute path, such as <c>/frame/frame.css</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string Address(string path) => $"{path}?v={Files[path].Hash}";

    /// <summary>Sends the file that a request asks for.</summary>
    /// <returns>False where there is none.</returns>
    public static async Task<bool> TrySendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) || !Files.TryGetValue(request.Path.Value ?? "", out var file))
            return false;
        var tag = new EntityTagHeaderValue($"\"{file.Hash}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        response.ContentType = file.Type;
        response.ContentLength = file.Content.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(file.Content, context.RequestAborted);
        return true;
    }

    private static FrozenDictionary<string, (byte[], string, string)> Read()
    {
        var types = new FileExtensionContentTypeProvider();
        var assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[(Root.Length - 1)..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var content = new MemoryStream();
                stream.CopyTo(content);
                var bytes = content.ToArray();
                var type = types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
                return (bytes, type + "; charset=utf-8", Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength]);
            });
    }
}
