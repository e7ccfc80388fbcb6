using System.Net.Http.Headers;
using System.Text;
using Bpm.Workflows.Http;

namespace Bpm.Connectors.Http;

/// <summary>Reads the answer of an outside system, no further than a limit.</summary>
internal static class HttpAnswers
{
    private static readonly string[] TextTypes = ["json", "xml", "javascript", "x-www-form-urlencoded", "csv", "yaml"];

    /// <summary>The answer; null where its body is longer than the limit.</summary>
    public static async Task<HttpResult?> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
            return null;
        using var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var piece = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + read > limit)
                return null;
            body.Write(piece, 0, read);
        }

        var type = response.Content.Headers.ContentType;
        var text = body.Length > 0 && IsText(type) ? EncodingOf(type).GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF') : null;
        return new(HttpOutcome.Answered, (int)response.StatusCode, Headers(response), type?.MediaType, text, null);
    }

    private static Dictionary<string, string[]> Headers(HttpResponseMessage response) => response.Headers
        .Concat(response.Content.Headers)
        // Cookies are the outside system's keys to itself; variables are no place for them.
        .Where(header => !header.Key.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(header => header.Key, header => header.SelectMany(values => values.Value).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static bool IsText(MediaTypeHeaderValue? type) =>
        type?.MediaType is not { } media || media.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || TextTypes.Any(word => media.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Older systems still answer in GBK.
    private static Encoding EncodingOf(MediaTypeHeaderValue? type)
    {
        if (type?.CharSet?.Trim('"') is not { Length: > 0 } charset)
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
