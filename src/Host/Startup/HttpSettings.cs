using System.Globalization;
using Bpm.Application.Http;

namespace Bpm.Host.Startup;

/// <summary>Settings <c>Http:…</c>: what workflows may take in under <c>/workflows/</c> and send to outside systems.</summary>
/// <param name="RequestLimit">Most bytes of a request's body. Setting <c>Http:RequestLimit</c>; default 1,000,000.</param>
/// <param name="Outgoing">Of the requests that workflows send.</param>
public sealed record HttpSettings(int RequestLimit, OutgoingHttp Outgoing)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be used; the text says which and how to write it.</exception>
    public static HttpSettings Read(IConfiguration configuration)
    {
        var http = configuration.GetSection("Http");
        var defaults = new OutgoingHttp();
        return new(
            Number(http, "RequestLimit", 1_000_000, 64 * 1024 * 1024),
            new()
            {
                AllowedHosts = Hosts(http, "AllowedHosts"),
                PrivateHosts = Hosts(http, "PrivateHosts"),
                Secrets = http.GetSection("Secrets").GetChildren().Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!, StringComparer.OrdinalIgnoreCase),
                Timeout = Span(http, "Timeout", defaults.Timeout),
                Attempts = Number(http, "Attempts", defaults.Attempts, 20),
                ResponseLimit = Number(http, "ResponseLimit", defaults.ResponseLimit, 64 * 1024 * 1024),
            });
    }

    // A list in a settings file, or one text with commas from the command line.
    private static string[] Hosts(IConfigurationSection http, string name)
    {
        var section = http.GetSection(name);
        var hosts = section.GetChildren().Select(child => child.Value).Append(section.Value)
            .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        return hosts.FirstOrDefault(host => host.AsSpan().ContainsAny("/*@ ")) is { } wrong
            ? throw new InvalidOperationException($"Http:{name} '{wrong}' is no host; write host or host:port, without scheme, path or wildcard.")
            : hosts;
    }

    private static int Number(IConfigurationSection http, string name, int byDefault, int most) => http[name] switch
    {
        null or "" => byDefault,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most => number,
        var text => throw new InvalidOperationException($"Http:{name} '{text}' must be a number from 1 to {most}."),
    };

    private static TimeSpan Span(IConfigurationSection http, string name, TimeSpan byDefault) => http[name] switch
    {
        null or "" => byDefault,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero && span <= TimeSpan.FromMinutes(5) => span,
        var text => throw new InvalidOperationException($"Http:{name} '{text}' must be a time up to 00:05:00, for example 00:00:30."),
    };
}
