using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Bpm.Web.Frame;

/// <summary>The style sheets, scripts and word lists of the pages: they lie in this assembly and are sent from memory, packed for browsers that can unpack.</summary>
public sealed class WebAssets
{
    /// <summary>Address of the one style sheet of the staff pages: all areas' sheets after the frame's.</summary>
    public const string Styles = "/frame/pages.css";

    private const string Root = "wwwroot/";
    private const int HashLength = 12;
    private const int WorthPacking = 1024;
    private static readonly string[] Frame = ["/frame/tokens.css", "/frame/frame.css"];

    // Elsa Studio's screens load their own; what others wrote is loaded by those who use it.
    private static readonly string[] Apart = ["/studio/", "/vendor/"];
    private static readonly FrozenDictionary<string, Asset> Files = Read();

    /// <summary>Addresses of the scripts that every staff page loads, without marks.</summary>
    public static IReadOnlyList<string> PageScripts { get; } = [.. Files.Keys.Where(path => path.EndsWith(".js", StringComparison.Ordinal) && !IsApart(path)).Order(StringComparer.Ordinal)];

    /// <summary>True where there is such a file; what npm brings may be missing.</summary>
    public static bool Has(string path) => Files.ContainsKey(path);

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

        var content = file.Content;
        if (file.Packed is { } packed)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0))
            {
                response.Headers.ContentEncoding = "br";
                content = packed;
            }
        }

        response.ContentType = file.Type;
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(content, context.RequestAborted);
        return true;
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var types = new FileExtensionContentTypeProvider();
        var assembly = typeof(WebAssets).Assembly;
        var files = assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToDictionary(name => name[(Root.Length - 1)..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return content.ToArray();
            });
        var sheets = Frame.Concat(files.Keys.Where(path => path.EndsWith(".css", StringComparison.Ordinal) && !IsApart(path)).Except(Frame).Order(StringComparer.Ordinal));
        files[Styles] = [.. sheets.SelectMany(path => files[path].Append((byte)'\n'))];
        return files.ToFrozenDictionary(file => file.Key, file =>
            new Asset(file.Value, Pack(file.Value), (types.TryGetContentType(file.Key, out var known) ? known : "application/octet-stream") + "; charset=utf-8",
                Convert.ToHexStringLower(SHA256.HashData(file.Value))[..HashLength]));
    }

    private static bool IsApart(string path) => Apart.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static byte[]? Pack(byte[] content)
    {
        if (content.Length < WorthPacking)
            return null;
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(content);
        return packed.Length < content.Length ? packed.ToArray() : null;
    }

    private sealed record Asset(byte[] Content, byte[]? Packed, string Type, string Hash);
}
