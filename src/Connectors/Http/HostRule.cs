using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using Bpm.Application.Http;

namespace Bpm.Connectors.Http;

/// <summary>Which hosts may be asked, and whether at a private address.</summary>
[SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Host names are written in lower case.")]
public sealed class HostRule(OutgoingHttp options)
{
    private static readonly IdnMapping Names = new();
    private readonly HashSet<string> _allowed = [.. options.AllowedHosts.Select(Plain)];
    private readonly HashSet<string> _private = [.. options.PrivateHosts.Select(Plain)];

    /// <summary>Is the host of a URL allowed? Without a port an entry means the scheme's own port.</summary>
    public bool Allows(Uri url) => _allowed.Contains($"{Name(url)}:{url.Port}") || url.IsDefaultPort && _allowed.Contains(Name(url));

    /// <summary>May a connection to an allowed host end at this address?</summary>
    public bool Allows(string host, int port, IPAddress address)
    {
        var name = Plain(host);
        return !PrivateAddress.Is(address) || IsExplicit(name) || _private.Contains(name) || _private.Contains($"{name}:{port}");
    }

    // Who allows an address, or this very machine, knows where it leads.
    private static bool IsExplicit(string name) => name == "localhost" || IPAddress.TryParse(name.Trim('[', ']'), out _);

    private static string Name(Uri url) => Plain(url.IdnHost.Contains(':', StringComparison.Ordinal) ? $"[{url.IdnHost.Trim('[', ']')}]" : url.IdnHost);

    private static string Plain(string host)
    {
        var name = host.Trim().ToLowerInvariant();
        if (Ascii.IsValid(name)) return name;
        var colon = name.LastIndexOf(':');
        return colon < 0 ? Names.GetAscii(name) : Names.GetAscii(name[..colon]) + name[colon..];
    }
}
