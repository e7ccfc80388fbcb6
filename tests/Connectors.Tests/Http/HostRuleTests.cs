using System.Net;
using Bpm.Application.Http;
using Bpm.Connectors.Http;

namespace Bpm.Connectors.Tests.Http;

public sealed class HostRuleTests
{
    [Theory]
    [InlineData("gis.example.com", "https://gis.example.com/a", true)]
    [InlineData("gis.example.com", "https://GIS.Example.com:443/a", true)]
    [InlineData("gis.example.com", "http://gis.example.com/a", true)]
    [InlineData("gis.example.com", "https://gis.example.com:8443/a", false)]
    [InlineData("gis.example.com:8443", "https://gis.example.com:8443/a", true)]
    [InlineData("gis.example.com:8443", "https://gis.example.com/a", false)]
    [InlineData("gis.example.com", "https://evil.gis.example.com/a", false)]
    [InlineData("gis.example.com", "https://gis.example.com.evil.com/a", false)]
    [InlineData("例子.公司", "https://例子.公司/a", true)]
    [InlineData("10.1.2.3:8080", "http://10.1.2.3:8080/", true)]
    [InlineData("[::1]:8080", "http://[::1]:8080/", true)]
    public void Allows_Url_OnlyTheExactHostAndPort(string entry, string url, bool allowed) =>
        new HostRule(new() { AllowedHosts = [entry] }).Allows(new Uri(url)).ShouldBe(allowed);

    [Fact]
    public void Allows_ByDefault_Nothing() => new HostRule(new()).Allows(new Uri("https://gis.example.com/")).ShouldBeFalse();

    [Theory]
    [InlineData("gis.example.com", "10.0.0.1", false)]
    [InlineData("gis.example.com", "203.0.113.7", true)]
    [InlineData("inside.example.com", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("localhost", "127.0.0.1", true)]
    public void Allows_PrivateAddress_OnlyWhereItIsExplicit(string host, string address, bool allowed) =>
        new HostRule(new OutgoingHttp { PrivateHosts = ["inside.example.com"] }).Allows(host, 80, IPAddress.Parse(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    public void Private_AddressInside_Is(string address) => PrivateAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("223.5.5.5")]
    [InlineData("2400:3200::1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::")]
    public void Private_AddressOutside_IsNot(string address) => PrivateAddress.Is(IPAddress.Parse(address)).ShouldBeFalse();
}
