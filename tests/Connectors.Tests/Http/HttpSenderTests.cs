using System.Net;
using System.Text;
using Bpm.Application.Http;
using Bpm.Connectors.Http;
using Bpm.Workflows.Http;
using Microsoft.AspNetCore.Http;

namespace Bpm.Connectors.Tests.Http;

public sealed class HttpSenderTests
{
    private static HttpOrder Order(string url, string method = "GET", string? body = null, string? type = null, params (string Name, string Value)[] headers) =>
        new("b1", method, url, headers.ToDictionary(h => h.Name, h => (string[])[h.Value]), type, body);

    private static async Task<HttpResult> SendAsync(OutgoingHttp options, HttpOrder order, params IPAddress[] addresses)
    {
        using var sender = new HttpSender(options, addresses.Length == 0 ? null : (_, _) => Task.FromResult(addresses));
        return await sender.SendAsync(order, "key-1", TestContext.Current.CancellationToken);
    }

    private static OutgoingHttp Allowing(params string[] hosts) => new() { AllowedHosts = hosts };

    [Fact]
    public async Task Send_Order_ReachesTheHostAsOrdered()
    {
        await using var system = await OutsideSystem.StartAsync(context => context.Response.WriteAsJsonAsync(new { ok = "好" }));

        var result = await SendAsync(
            Allowing(system.Host),
            Order($"http://{system.Host}/api/orders?a=1", "POST", """{"a":"二"}""", "application/json", ("X-Source", "bpm"), ("Content-Language", "zh")));

        var asked = system.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Path, asked.Body).ShouldBe(("POST", "/api/orders?a=1", """{"a":"二"}"""));
        asked.Headers["Content-Type"].ShouldBe("application/json");
        asked.Headers["X-Source"].ShouldBe("bpm");
        asked.Headers["Content-Language"].ShouldBe("zh");
        asked.Headers["Idempotency-Key"].ShouldBe("key-1");
        (result.Outcome, result.Status, result.ContentType, result.Body).ShouldBe((HttpOutcome.Answered, 200, "application/json", """{"ok":"好"}"""));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Send_AnyStatus_IsAnAnswer(int status)
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var result = await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/"));
        (result.Outcome, result.Status, result.Body).ShouldBe((HttpOutcome.Answered, status, null));
    }

    [Fact]
    public async Task Send_Redirect_IsAnAnswerAndNotFollowed()
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Response.Redirect("http://elsewhere.example.com/");
            return Task.CompletedTask;
        });
        var result = await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/"));
        result.Status.ShouldBe(302);
        result.Headers["Location"].ShouldBe(["http://elsewhere.example.com/"]);
        system.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_AnswerSetsCookies_KeepsNoneOfThem()
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1";
            context.Response.Headers["X-Rate"] = "9";
            return Task.CompletedTask;
        });
        using var sender = new HttpSender(Allowing(system.Host));
        var result = await sender.SendAsync(Order($"http://{system.Host}/"), "a", TestContext.Current.CancellationToken);
        await sender.SendAsync(Order($"http://{system.Host}/"), "b", TestContext.Current.CancellationToken);
        result.Headers.Keys.ShouldContain("X-Rate");
        result.Headers.Keys.ShouldNotContain("Set-Cookie");
        system.Asked.ShouldAllBe(asked => !asked.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Send_AnswerInGbk_IsRead()
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Response.ContentType = "text/plain; charset=gbk";
            return context.Response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("水表")).AsTask();
        });
        (await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/"))).Body.ShouldBe("水表");
    }

    [Fact]
    public async Task Send_AnswerIsNoText_HasNoBody()
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(new byte[] { 1, 2 }).AsTask();
        });
        var result = await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/"));
        (result.Outcome, result.Body).ShouldBe((HttpOutcome.Answered, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_AnswerTooLong_IsRefusedByTheSettingsName(bool tellsLength)
    {
        await using var system = await OutsideSystem.StartAsync(async context =>
        {
            if (tellsLength) context.Response.ContentLength = 101;
            await context.Response.WriteAsync(new string('x', 101));
        });
        var result = await SendAsync(Allowing(system.Host) with { ResponseLimit = 100 }, Order($"http://{system.Host}/"));
        result.Outcome.ShouldBe(HttpOutcome.Refused);
        result.Problem!.ShouldContain("Http:ResponseLimit");
    }

    [Fact]
    public async Task Send_NoAnswerInTime_TimesOut()
    {
        var never = new TaskCompletionSource();
        await using var system = await OutsideSystem.StartAsync(_ => never.Task);
        var result = await SendAsync(Allowing(system.Host) with { Timeout = TimeSpan.FromMilliseconds(300) }, Order($"http://{system.Host}/"));
        never.SetResult();
        result.Outcome.ShouldBe(HttpOutcome.TimedOut);
    }

    [Fact]
    public async Task Send_NobodyListens_FailsToConnect()
    {
        var system = await OutsideSystem.StartAsync(_ => Task.CompletedTask);
        var host = system.Host;
        await system.DisposeAsync();
        (await SendAsync(Allowing(host), Order($"http://{host}/"))).Outcome.ShouldBe(HttpOutcome.FailedToConnect);
    }

    [Fact]
    public async Task Send_ConnectionBreaks_FailsToConnect()
    {
        await using var system = await OutsideSystem.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        (await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/"))).Outcome.ShouldBe(HttpOutcome.FailedToConnect);
    }

    [Fact]
    public async Task Send_HostNotAllowed_IsRefusedByTheSettingsNameAndNotAsked()
    {
        await using var system = await OutsideSystem.StartAsync(_ => Task.CompletedTask);
        var result = await SendAsync(Allowing("127.0.0.1", "gis.example.com"), Order($"http://{system.Host}/"));
        result.Outcome.ShouldBe(HttpOutcome.Refused);
        result.Problem!.ShouldContain("Http:AllowedHosts");
        system.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_AllowedNameLeadsInside_IsRefusedUnlessThatIsAllowedToo()
    {
        await using var system = await OutsideSystem.StartAsync(_ => Task.CompletedTask);
        var name = $"gis.example.com:{system.Port}";
        var order = Order($"http://{name}/");

        var refused = await SendAsync(Allowing(name), order, IPAddress.Loopback);
        refused.Outcome.ShouldBe(HttpOutcome.Refused);
        refused.Problem!.ShouldContain("Http:PrivateHosts");
        system.Asked.ShouldBeEmpty();

        (await SendAsync(Allowing(name) with { PrivateHosts = [name] }, order, IPAddress.Loopback)).Outcome.ShouldBe(HttpOutcome.Answered);
    }

    [Fact]
    public async Task Send_SecretInAHeader_IsTakenFromTheSettings()
    {
        await using var system = await OutsideSystem.StartAsync(_ => Task.CompletedTask);
        var options = Allowing(system.Host) with { Secrets = new Dictionary<string, string> { ["gis"] = "Bearer 123" } };

        (await SendAsync(options, Order($"http://{system.Host}/", headers: [("Authorization", "secret:gis")]))).Outcome.ShouldBe(HttpOutcome.Answered);
        system.Asked.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer 123");
        options.ToString().ShouldNotContain("123");
    }

    [Fact]
    public async Task Send_SecretNotInTheSettings_IsRefusedByItsNameAndNotSent()
    {
        await using var system = await OutsideSystem.StartAsync(_ => Task.CompletedTask);
        var result = await SendAsync(Allowing(system.Host), Order($"http://{system.Host}/", headers: [("Authorization", "secret:gis")]));
        result.Outcome.ShouldBe(HttpOutcome.Refused);
        result.Problem!.ShouldContain("Http:Secrets:gis");
        system.Asked.ShouldBeEmpty();
    }
}
