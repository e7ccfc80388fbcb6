using System.Net;
using System.Net.Sockets;

namespace Bpm.Connectors.Http;

/// <summary>
/// Connections to allowed hosts. Addresses are looked up and judged here, right before connecting, so that a name cannot lead elsewhere in
/// between. No proxy, no cookies, no redirects: a redirect is an answer like any other.
/// </summary>
internal static class HttpConnections
{
    public static HttpClient Client(HostRule rule, Func<string, CancellationToken, Task<IPAddress[]>> lookUp) =>
        new(Handler(rule, lookUp), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler Handler(HostRule rule, Func<string, CancellationToken, Task<IPAddress[]>> lookUp) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(rule, lookUp, context.DnsEndPoint, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(
        HostRule rule, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, DnsEndPoint host, CancellationToken cancellationToken)
    {
        var addresses = await lookUp(host.Host, cancellationToken);
        var allowed = addresses.Where(address => rule.Allows(host.Host, host.Port, address)).ToArray();
        if (allowed.Length == 0 && addresses.Length > 0)
            throw new PrivateAddressException($"The name {host.Host} leads to private addresses only.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
