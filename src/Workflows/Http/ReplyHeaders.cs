using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Http;

/// <summary>
/// Which headers a workflow may put on an answer. Named ones and its own <c>X-</c> headers; never one that sets cookies, steers the
/// connection, or loosens what the product says about security.
/// </summary>
public static class ReplyHeaders
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Cache-Control", "Content-Disposition", "Content-Language", "ETag", "Expires", "Last-Modified", "Location", "Retry-After", "Vary",
    };

    // X- headers that browsers or proxies obey.
    private static readonly string[] Obeyed =
    [
        "X-Accel", "X-Content-", "X-DNS-", "X-Download-", "X-Forwarded", "X-Frame-", "X-HTTP-Method", "X-LiteSpeed", "X-Original-", "X-Permitted-",
        "X-Real-", "X-Rewrite-", "X-Robots", "X-Sendfile", "X-UA-", "X-WebKit-", "X-XSS-",
    ];

    /// <summary>Why a header cannot be sent, in Chinese; null where it can.</summary>
    public static string? Refuses(string name, IEnumerable<string> values)
    {
        if (!HeaderText.IsName(name)) return $"响应头名称 “{name}” 无效。";
        var mayBe = Allowed.Contains(name)
            || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && !Obeyed.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (!mayBe) return $"流程不能设置响应头 “{name}”。可用：{string.Join("、", Allowed.Order(StringComparer.Ordinal))}，以及自定义的 X- 响应头。";
        foreach (var value in values)
        {
            if (!HeaderText.IsValue(value)) return $"响应头 “{name}” 的值含有换行或控制字符。";
            if (name.Equals("Location", StringComparison.OrdinalIgnoreCase) && !IsOwnPath(value)) return "响应头 “Location” 只能指向本系统内的路径，以单个 / 开头。";
        }
        return null;
    }

    /// <exception cref="ActivityFaultException">One of them cannot be sent.</exception>
    internal static IReadOnlyDictionary<string, string[]> Checked(IReadOnlyDictionary<string, string[]> headers)
    {
        foreach (var (name, values) in headers)
            if (Refuses(name, values) is { } why) throw new ActivityFaultException(why);
        return headers;
    }

    private static bool IsOwnPath(string value) =>
        value.StartsWith('/') && !value.StartsWith("//", StringComparison.Ordinal) && !value.Contains('\\', StringComparison.Ordinal);
}
