using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Bpm.Host.Problems;
using Bpm.Web.Frame;
using Bpm.Web.Status;

namespace Bpm.Host.Requests;

/// <summary>
/// How often one address may ask for the status of a case, by the system clock: a query code has six digits and must not be found by trying.
/// Opening the page without a question is free.
/// </summary>
public static class StatusLimit
{
    /// <summary>Setting: questions of one address a minute.</summary>
    public const string Setting = "Status:PerMinute";

    /// <summary>Default of <see cref="Setting"/>.</summary>
    public const int PerMinute = 10;

    /// <summary>Adds the limiter.</summary>
    public static void AddStatusLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue<int?>(Setting) ?? PerMinute;
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) => new(SayAsync(context.HttpContext));
            options.AddPolicy(StatusQuestions.Policy, context => IsQuestion(context.Request)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    Address(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
                : RateLimitPartition.GetNoLimiter("page"));
        });
    }

    private static bool IsQuestion(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments("/api");

    // One subscriber has a whole /64 of IPv6: the host part is free to choose and would be no limit.
    private static string Address(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }

    private static async Task SayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        if (StatusDocument.Suits(context.Request))
            await StatusDocument.SendAsync(context, StatusCodes.Status429TooManyRequests);
        else
            await Problem.Of(StatusCodes.Status429TooManyRequests, "TOO-MANY-QUERIES", "查询过于频繁，请一分钟后再试。").ExecuteAsync(context);
    }
}
