using System.Net;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Reports;

/// <summary>What customers learn of their cases without signing in, and what nobody learns.</summary>
public sealed class PublicStatusTests(PublicStatusTests.Product product) : IClassFixture<PublicStatusTests.Product>
{
    [Fact]
    public async Task Status_RightCode_TellsStateAndLatestReplyWithoutStaff()
    {
        var registered = await product.Site.RegisterAsync("C04");
        var before = await product.AskAsync(Read.Text(registered["number"]), Read.Text(registered["queryCode"]));
        before.Expect(200);
        Read.Text(before.Json["status"]).ShouldBe("open");
        var walked = await new CaseDriver(product.Site, registered, Plan.First.Filling("text", "管道已修复，感谢您的监督。")).WalkAsync();
        var answer = (await product.AskAsync(walked.Number.ToLowerInvariant(), Read.Text(registered["queryCode"]))).Expect(200);
        Read.Text(answer.Json["statusText"]).ShouldBe("已办结");
        answer.Json["closedAt"].ShouldNotBeNull();
        Read.Text(answer.Json["reply"]!["text"]).ShouldNotBeEmpty();
        answer.Text.ShouldNotContain("a.");
        ((JsonObject)answer.Json).Select(property => property.Key)
            .ShouldBe(["number", "status", "statusText", "organisation", "receivedAt", "closedAt", "reply"], ignoreOrder: true);
    }

    [Fact]
    public async Task Status_WrongCodeAndUnknownNumber_GetTheSameAnswer()
    {
        var registered = await product.Site.RegisterAsync("C04");
        var code = Read.Text(registered["queryCode"]);
        var wrong = await product.AskAsync(Read.Text(registered["number"]), code == "000000" ? "000001" : "000000");
        var unknown = await product.AskAsync("XX20990101-0001", code);
        var duty = await product.AskAsync("XX-L20260928-0001", code);
        wrong.ExpectProblem(404, "STATUS-NOT-FOUND");
        Said(unknown).ShouldBe(Said(wrong));
        Said(duty).ShouldBe(Said(wrong));
        unknown.Headers.Keys.Order().ShouldBe(wrong.Headers.Keys.Order());
    }

    [Fact]
    public async Task Status_OfADisciplineCase_NeverShowsContent()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var driver = await new CaseDriver(product.Site, registered, Plan.First.Leaving("lessons").Filling("unit", "unit1").Filling("text", "已严肃处理。")).WalkAsync();
        var answer = (await product.AskAsync(driver.Number, Read.Text(registered["queryCode"]))).Expect(200);
        answer.Json["reply"].ShouldBeNull();
        Read.Text(answer.Json["statusText"]).ShouldBe("已办结");
        answer.Text.ShouldNotContain("处理。");
    }

    [Fact]
    public async Task Status_WithoutNumberOrCode_SaysWhichIsMissing() =>
        (await product.Site.Nobody.GetAsync("/api/status?number=XX")).ExpectProblem(400, fields: "code");

    [Fact]
    public async Task Status_AskedTooOften_IsRefusedForAWhile()
    {
        await using var host = await InProcessHost.StartAsync(Read.Moment("2026-09-28T09:00:00+08:00"));
        for (var i = 0; i < 10; i++)
            (await host.Site.Nobody.GetAsync("/api/status?number=XX&code=1")).ExpectProblem(404);
        var refused = await host.Site.Nobody.GetAsync("/api/status?number=XX&code=1");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("TOO-MANY-QUERIES");
        (await host.Site.Nobody.GetAsync("/healthz")).Expect(200);
    }

    // All but the number that every request gets.
    private static string Said(Answer answer)
    {
        var document = answer.Json.AsObject();
        document.Remove("traceId").ShouldBeTrue();
        return document.ToJsonString();
    }

    public sealed class Product : IAsyncLifetime
    {
        private InProcessHost? _host;

        public Site Site => _host!.Site;

        public async ValueTask InitializeAsync() => _host = await InProcessHost.StartAsync(
            Read.Moment("2026-09-28T09:00:00+08:00"), settings: new Dictionary<string, string> { ["Status:PerMinute"] = "1000" });

        public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

        public Task<Answer> AskAsync(string number, string code) =>
            Site.Nobody.GetAsync($"/api/status?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}");
    }
}
