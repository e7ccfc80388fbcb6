using System.Text.Json.Nodes;
using Bpm.Application.Links;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Workflows;

public sealed class SignedLinkTests(WorkflowProduct product) : IClassFixture<WorkflowProduct>
{
    private ApiClient Nobody => product.Site.Nobody;

    [Fact]
    public async Task Link_Valid_LetsAStrangerIn()
    {
        await product.PublishAsync(new Flow("callback").Endpoint("callback/{id}").Answer("js:variables.route.id + ' ' + (variables.query.link === undefined) + ' ' + variables.query.a"));

        var url = await LinkAsync("POST", "callback/17");

        (await Nobody.PostAsync(url + "&a=1")).Expect(200).Text.ShouldBe("17 true 1");
    }

    [Fact]
    public async Task Link_OfAnotherPathOrMethod_IsRefused()
    {
        await product.PublishAsync(new Flow("bound").Endpoint("bound/{id}").Answer("ok"));
        var token = Token(await LinkAsync("POST", "bound/1"));
        (await Nobody.PostAsync("/workflows/Bound/1?link=" + token)).Expect(200);
        (await Nobody.PostAsync("/workflows/bound/2?link=" + token)).ExpectProblem(401, "LINK-INVALID");
        (await Nobody.GetAsync("/workflows/bound/1?link=" + token)).ExpectProblem(401, "LINK-INVALID");
        (await Nobody.GetAsync("/api/complaints?link=" + token)).ExpectProblem(401);
    }

    [Fact]
    public async Task Link_Expired_IsRefused()
    {
        await product.PublishAsync(new Flow("expiring").Endpoint("expiring").Answer("ok"));
        var signer = product.Host.Services.GetRequiredService<ILinkSigner>();
        var now = TimeProvider.System.GetUtcNow();
        (await Nobody.PostAsync("/workflows/expiring?link=" + signer.Sign(new("xx-water", "POST", "expiring", now.AddHours(1))))).Expect(200);
        (await Nobody.PostAsync("/workflows/expiring?link=" + signer.Sign(new("xx-water", "POST", "expiring", now.AddSeconds(-1))))).ExpectProblem(401, "LINK-INVALID");
    }

    [Fact]
    public async Task Link_Tampered_IsRefusedEvenForTheSignedIn()
    {
        await product.PublishAsync(new Flow("tampered").Endpoint("tampered").Answer("ok"));
        var token = Token(await LinkAsync("POST", "tampered"));
        var changed = token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        var staff = await product.Site.AsAsync("a.hotline");
        foreach (var bad in (string[])[changed, "", "x", "%00", token + "&link=" + token])
        {
            (await Nobody.PostAsync("/workflows/tampered?link=" + bad)).ExpectProblem(401, "LINK-INVALID");
            (await staff.PostAsync("/workflows/tampered?link=" + bad)).ExpectProblem(401, "LINK-INVALID");
        }
    }

    [Fact]
    public async Task Link_OfAnotherOrganisation_HearsItsOwnWorkflowsOnly()
    {
        await product.PublishAsync(new Flow("a-side").Endpoint("sides").Answer("a"));
        await product.PublishAsync(new Flow("b-side").Endpoint("sides").Answer("b"), "liaocheng-water");
        var link = await LinkAsync("POST", "sides", "b.process");
        (await Nobody.PostAsync(link)).Expect(200).Text.ShouldBe("b");
        (await (await product.Site.AsAsync("a.hotline")).PostAsync(link)).Expect(200).Text.ShouldBe("b");
    }

    [Fact]
    public async Task Link_EndpointWantsAPerson_IsNotEnough()
    {
        await product.PublishAsync(new Flow("personal").Endpoint("personal", more: """, "authorize": true""").Answer("ok"));
        var link = await LinkAsync("POST", "personal");
        (await Nobody.PostAsync(link)).ExpectProblem(401, "ENDPOINT-NEEDS-SIGN-IN");
        (await (await product.Site.AsAsync("a.hotline")).PostAsync(link)).Expect(200);
    }

    [Fact]
    public async Task Link_KeyRepeated_RunsOnce()
    {
        await product.PublishAsync(new Flow("link-once").Endpoint("link-once").Answer("js:getWorkflowInstanceId()"));
        var link = await LinkAsync("POST", "link-once");
        var first = (await Nobody.PostAsync(link, key: "k")).Expect(200).Text;
        (await Nobody.PostAsync(link, key: "k")).Expect(200).Text.ShouldBe(first);
    }

    [Fact]
    public async Task Create_WithoutThePermission_IsRefused()
    {
        var body = new JsonObject { ["method"] = "POST", ["path"] = "x" };
        (await Nobody.PostAsync("/api/links", body)).ExpectProblem(401);
        (await (await product.Site.AsAsync("a.hotline")).PostAsync("/api/links", body.DeepClone())).ExpectProblem(403);
    }

    [Theory]
    [InlineData("""{"method": "TRACE", "path": "x"}""", "method")]
    [InlineData("""{"path": "orders/{id}"}""", "path")]
    [InlineData("""{"path": ""}""", "path")]
    [InlineData("""{"path": "x", "expiresAt": "2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"path": "x", "expiresAt": "2999-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task Create_WrongField_IsNamed(string body, string field) =>
        (await (await product.Site.AsAsync("a.process")).PostAsync("/api/links", JsonNode.Parse(body))).ExpectProblem(400, "REQUEST-INVALID", field);

    private async Task<string> LinkAsync(string method, string path, string user = "a.process")
    {
        var made = (await (await product.Site.AsAsync(user)).PostAsync("/api/links", new JsonObject { ["method"] = method, ["path"] = path })).Expect(201).Json;
        made["expiresAt"].ShouldNotBeNull();
        return made["url"]!.GetValue<string>();
    }

    private static string Token(string url) => url[(url.IndexOf("link=", StringComparison.Ordinal) + 5)..];
}
