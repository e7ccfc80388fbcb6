using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Execution;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Workflows;

public sealed class WorkflowAddressTests(WorkflowProduct product) : IClassFixture<WorkflowProduct>
{
    private Task<ApiClient> StaffAsync() => product.Site.AsAsync("a.hotline");

    [Fact]
    public async Task Get_ElsasHelloWorld_AnswersAsElsaDoes()
    {
        string[] places = [Environment.GetEnvironmentVariable("BPM_SHARED") ?? "", Repository.PathOf("..", "shared"), Repository.PathOf("..", "..", "shared")];
        var file = places.Select(place => Path.Combine(place, "elsa", "cases", "http-hello-world.json")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, "The Elsa cases are not at hand.");
        (await product.Host.ImportAsync("xx-water", await File.ReadAllBytesAsync(file!, TestContext.Current.CancellationToken))).IsRefused.ShouldBeFalse();

        var answer = (await (await StaffAsync()).GetAsync("/workflows/hello-world")).Expect(200);

        (answer.Text, answer.ContentType).ShouldBe(("Hello World!", "text/plain"));
    }

    [Fact]
    public async Task Post_JsonAndRouteData_ReachTheWorkflow()
    {
        await product.PublishAsync(new Flow("json").Endpoint("json/{id}/lines/{line}")
            .Answer("js:({ id: variables.route.id, line: variables.route.line, a: variables.query.a, sum: variables.body.amounts[0] + variables.body.amounts[1], secret: variables.headers.Authorization === undefined })", """, "statusCode": 201, "responseHeaders": {"X-Number": "7"}"""));

        var answer = (await (await StaffAsync()).PostAsync("/workflows/Json/A-17/lines/水表?a=1", JsonNode.Parse("""{"amounts": [1, 2.5]}"""))).Expect(201);

        answer.Json.ToJsonString().ShouldBe("""{"id":"A-17","line":"水表","a":"1","sum":3.5,"secret":true}""".Replace("水表", "\\u6C34\\u8868", StringComparison.Ordinal));
        answer.Headers["X-Number"].ShouldBe("7");
        (await product.InstanceAsync(answer)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Post_FormAndText_AreReadAsTheyAre()
    {
        await product.PublishAsync(new Flow("forms").Endpoint("forms").Answer("js:variables.body.name + variables.body.tags[1]"));
        await product.PublishAsync(new Flow("texts").Endpoint("texts").Answer("js:variables.body"));
        var staff = await StaffAsync();
        (await staff.PostTextAsync("/workflows/forms", "name=%E6%B0%B4&tags=a&tags=b", "application/x-www-form-urlencoded")).Expect(200).Text.ShouldBe("水b");
        (await staff.PostTextAsync("/workflows/texts", "一二三", "text/plain")).Expect(200).Text.ShouldBe("一二三");
    }

    [Fact]
    public async Task Post_MidFlow_GoesOnWithTheInstanceThatWaits()
    {
        await product.PublishAsync(new Flow("two-steps").Endpoint("two-steps").Endpoint("two-steps/{id}/confirm").Answer("js:'confirmed ' + variables.route.id"));
        var staff = await StaffAsync();

        var first = (await staff.PostAsync("/workflows/two-steps")).Expect(202);
        first.Json["instanceId"]!.GetValue<string>().ShouldBe(first.Headers["X-Workflow-Instance-Id"]);
        (await product.InstanceAsync(first)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        var second = (await staff.PostAsync("/workflows/two-steps/17/confirm")).Expect(200);
        second.Text.ShouldBe("confirmed 17");
        second.Headers["X-Workflow-Instance-Id"].ShouldBe(first.Headers["X-Workflow-Instance-Id"]);
        (await staff.PostAsync("/workflows/two-steps/17/confirm")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
    }

    [Fact]
    public async Task Post_TwoInstancesWait_IsAmbiguousUnlessOneIsMeant()
    {
        await product.PublishAsync(new Flow("twins").Endpoint("twins").Endpoint("twins/confirm").Answer("done"));
        var staff = await StaffAsync();
        var one = (await staff.PostAsync("/workflows/twins")).Expect(202).Headers["X-Workflow-Instance-Id"];
        var two = (await staff.PostAsync("/workflows/twins?correlationId=c2")).Expect(202).Headers["X-Workflow-Instance-Id"];

        (await staff.PostAsync("/workflows/twins/confirm")).ExpectProblem(409, "ENDPOINT-AMBIGUOUS");
        (await staff.PostAsync($"/workflows/twins/confirm?workflowInstanceId={one}")).Expect(200).Headers["X-Workflow-Instance-Id"].ShouldBe(one);
        (await staff.PostAsync("/workflows/twins/confirm?correlationId=c2")).Expect(200).Headers["X-Workflow-Instance-Id"].ShouldBe(two);
    }

    [Fact]
    public async Task Post_TwoWorkflowsListen_StartsNeither()
    {
        await product.PublishAsync(new Flow("rival-1").Endpoint("rivals").Answer("1"));
        await product.PublishAsync(new Flow("rival-2").Endpoint("rivals").Answer("2"));
        (await (await StaffAsync()).PostAsync("/workflows/rivals")).ExpectProblem(409, "ENDPOINT-AMBIGUOUS");
    }

    [Fact]
    public async Task Post_LiteralAndParameterFit_TheLiteralCounts()
    {
        await product.PublishAsync(new Flow("any-order").Endpoint("specific/{id}").Answer("any"));
        await product.PublishAsync(new Flow("new-order").Endpoint("specific/new").Answer("new"));
        var staff = await StaffAsync();
        (await staff.PostAsync("/workflows/specific/new")).Expect(200).Text.ShouldBe("new");
        (await staff.PostAsync("/workflows/specific/17")).Expect(200).Text.ShouldBe("any");
    }

    [Fact]
    public async Task Request_OtherMethodOrPath_IsNotFound()
    {
        await product.PublishAsync(new Flow("only-put").Endpoint("only-put", "PUT").Answer("put"));
        var staff = await StaffAsync();
        (await staff.SendAsync(HttpMethod.Put, "/workflows/only-put", null, null)).Expect(200).Text.ShouldBe("put");
        (await staff.GetAsync("/workflows/only-put")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
        (await staff.PostAsync("/workflows/only-put/x")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
        (await staff.GetAsync("/workflows/")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
        (await staff.SendAsync(HttpMethod.Put, "/other/only-put", null, null)).Expect(404);
    }

    [Fact]
    public async Task Request_NotSignedIn_IsRefusedWhateverListensThere()
    {
        await product.PublishAsync(new Flow("closed").Endpoint("closed", more: """, "authorize": false""").Answer("open"));
        (await product.Site.Nobody.PostAsync("/workflows/closed")).ExpectProblem(401, "SIGN-IN-REQUIRED");
        (await product.Site.Nobody.PostAsync("/workflows/nothing-here")).ExpectProblem(401, "SIGN-IN-REQUIRED");
    }

    [Fact]
    public async Task Request_OtherOrganisation_DoesNotFindIt()
    {
        await product.PublishAsync(new Flow("ours").Endpoint("ours").Endpoint("ours/more").Answer("done"));
        (await (await StaffAsync()).PostAsync("/workflows/ours")).Expect(202);
        var stranger = await product.Site.AsAsync("b.director");
        (await stranger.PostAsync("/workflows/ours")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
        (await stranger.PostAsync("/workflows/ours/more")).ExpectProblem(404, "ENDPOINT-NOT-FOUND");
    }

    [Fact]
    public async Task Request_Policy_WantsThePermission()
    {
        await product.PublishAsync(new Flow("guarded").Endpoint("guarded", more: """, "authorize": true, "policy": "Administer" """).Answer("ok"));
        (await (await StaffAsync()).PostAsync("/workflows/guarded")).ExpectProblem(403, "ENDPOINT-FORBIDDEN");
        (await (await product.Site.AsAsync("a.admin")).PostAsync("/workflows/guarded")).Expect(200).Text.ShouldBe("ok");
    }

    [Fact]
    public async Task Post_BodyTooLarge_IsRefusedAndStartsNothing()
    {
        await product.PublishAsync(new Flow("large").Endpoint("large").Answer("js:String(variables.body.length)"));
        await product.PublishAsync(new Flow("small").Endpoint("small", more: """, "requestSizeLimit": 10""").Answer("js:variables.body"));
        var staff = await StaffAsync();
        (await staff.PostTextAsync("/workflows/large", new string('x', 20_001), "text/plain")).ExpectProblem(413, "BODY-TOO-LARGE");
        (await staff.SendAsync(HttpMethod.Post, "/workflows/large", new Pieces(20_001), null)).ExpectProblem(413, "BODY-TOO-LARGE");
        (await staff.PostTextAsync("/workflows/large", new string('x', 20_000), "text/plain")).Expect(200).Text.ShouldBe("20000");
        (await staff.PostTextAsync("/workflows/small", "12345678901", "text/plain")).ExpectProblem(413, "BODY-TOO-LARGE");
        (await staff.PostTextAsync("/workflows/small", "1234567890", "text/plain")).Expect(200);
    }

    [Theory]
    [InlineData("{", "application/json", 400, "REQUEST-INVALID")]
    [InlineData("x", "image/png", 415, "BODY-TYPE-UNSUPPORTED")]
    [InlineData("x", "multipart/form-data", 415, "BODY-TYPE-UNSUPPORTED")]
    public async Task Post_BodyThatIsNotTaken_IsRefused(string body, string type, int status, string code)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        (await (await StaffAsync()).SendAsync(HttpMethod.Post, "/workflows/anything", content, null)).ExpectProblem(status, code);
    }

    [Fact]
    public async Task Post_TwiceWithOneKey_RunsOnceAndAnswersTheSame()
    {
        await product.PublishAsync(new Flow("once").Endpoint("once/{id}").Answer("js:variables.route.id + ' ' + getWorkflowInstanceId()"));
        var staff = await StaffAsync();
        var first = (await staff.PostAsync("/workflows/once/1", key: "k1")).Expect(200);
        (await staff.PostAsync("/workflows/once/1", key: "k1")).Expect(200).Text.ShouldBe(first.Text);
        (await staff.PostAsync("/workflows/once/1", key: "k2")).Expect(200).Text.ShouldNotBe(first.Text);
        (await staff.PostAsync("/workflows/once/1", new JsonObject { ["other"] = true }, "k1")).ExpectProblem(409, "IDEMPOTENCY-KEY-REUSED");
    }

    [Fact]
    public async Task Answer_Html_IsServedInASandbox()
    {
        await product.PublishAsync(new Flow("page").Endpoint("page", "GET").Answer("<script>alert(1)</script>", """, "contentType": "text/html", "responseHeaders": {"X-Own": "1"}"""));
        var answer = (await (await StaffAsync()).GetAsync("/workflows/page")).Expect(200);
        answer.ContentType.ShouldBe("text/html");
        var policy = answer.Headers["Content-Security-Policy"].Split("; ");
        policy.ShouldContain("sandbox");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain(rule => rule.Contains("script", StringComparison.Ordinal));
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        answer.Headers["X-Own"].ShouldBe("1");
    }

    [Fact]
    public async Task Answer_EmptyWithAStatus_StaysEmpty()
    {
        await product.PublishAsync(new Flow("empty").Endpoint("empty").Then("answer", "Elsa.WriteHttpResponse", """{"statusCode": 404}"""));
        var answer = (await (await StaffAsync()).PostAsync("/workflows/empty")).Expect(404);
        answer.Text.ShouldBe("");
        answer.Headers.Keys.ShouldContain("X-Workflow-Instance-Id");
    }

    [Fact]
    public async Task Answer_WorkflowFaults_IsAProblemAndTheIncidentIsKept()
    {
        await product.PublishAsync(new Flow("faulty").Endpoint("faulty").Then("fault", "Elsa.Fault", """{"message": "坏了"}"""));
        var answer = (await (await StaffAsync()).PostAsync("/workflows/faulty")).ExpectProblem(500, "WORKFLOW-FAULTED");
        (await product.InstanceAsync(answer)).Incidents.ShouldHaveSingleItem();
    }

    /// <summary>A body of unknown length.</summary>
    private sealed class Pieces : HttpContent
    {
        private readonly int _length;

        public Pieces(int length)
        {
            _length = length;
            Headers.ContentType = new("text/plain");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            stream.WriteAsync(Encoding.UTF8.GetBytes(new string('x', _length))).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
