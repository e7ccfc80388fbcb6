using System.Net;
using System.Net.Sockets;

namespace Bpm.Connectors.Http;

/// <summary>Addresses that lie inside: this machine, its network, what is not routed in the internet, and IPv6 forms of those.</summary>
public static class PrivateAddress
{
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/3", "::/127", "100::/64", "2001::/23", "fc00::/7", "fe80::/9", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/32");

    /// <summary>Is it one of them?</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Inside.Any(network => network.Contains(address)) || address.AddressFamily == AddressFamily.InterNetworkV6 && Embedded(address) is { } inner && Is(inner);
    }

    private static IPAddress? Embedded(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return SixToFour.Contains(address) ? new(bytes[2..6]) : Nat64.Contains(address) ? new(bytes[12..]) : null;
    }
}
