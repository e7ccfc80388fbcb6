using Bpm.Workflows.Http;

namespace Bpm.Workflows.Tests.Http;

public sealed class WriteHttpResponseTests
{
    private static HttpFlow Answering(string json) => new HttpFlow()
        .Add("endpoint", "Elsa.HttpEndpoint", """{"path": "a"}""", starts: true)
        .Add("answer", "Elsa.WriteHttpResponse", json)
        .Chain("endpoint", "answer");

    private static (HttpReply? Reply, string[] Incidents) Run(HttpFlow flow)
    {
        var slot = new HttpReplySlot();
        var burst = flow.Ask(HttpFlow.Request("a"), slot);
        return (slot.Written, [.. burst.Incidents.Select(i => i.Message)]);
    }

    [Theory]
    [InlineData("""{"content": "Hello World!"}""", 200, "text/plain", "Hello World!")]
    [InlineData("""{"content": {"a": [1, "二"]}}""", 200, "application/json", """{"a":[1,"二"]}""")]
    [InlineData("""{"content": "{}", "contentType": "application/json", "statusCode": "Created"}""", 201, "application/json", "{}")]
    [InlineData("""{"content": {"a": "1 2", "b": 3}, "contentType": "application/x-www-form-urlencoded", "statusCode": 202}""", 202, "application/x-www-form-urlencoded", "a=1+2&b=3")]
    [InlineData("""{"statusCode": "404"}""", 404, null, null)]
    [InlineData("""{"statusCode": "NoContent", "content": "x"}""", 204, null, null)]
    public void Response_Inputs_BecomeTheAnswer(string json, int status, string? type, string? body)
    {
        var (reply, incidents) = Run(Answering(json));
        incidents.ShouldBeEmpty();
        (reply!.Status, reply.ContentType, reply.Body).ShouldBe((status, type, body));
    }

    [Fact]
    public void Response_Headers_MayBeAnObjectOrJsonText()
    {
        Run(Answering("""{"responseHeaders": {"X-Number": ["1", "2"]}}""")).Reply!.Headers["X-Number"].ShouldBe(["1", "2"]);
        Run(Answering("""{"responseHeaders": "{\"Cache-Control\": \"no-cache\"}"}""")).Reply!.Headers["Cache-Control"].ShouldBe(["no-cache"]);
    }

    [Theory]
    [InlineData("Set-Cookie", "a=b")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Connection", "close")]
    [InlineData("Content-Security-Policy", "default-src *")]
    [InlineData("Access-Control-Allow-Origin", "*")]
    [InlineData("Strict-Transport-Security", "max-age=0")]
    [InlineData("Clear-Site-Data", "*")]
    [InlineData("Service-Worker-Allowed", "/")]
    [InlineData("X-Frame-Options", "ALLOWALL")]
    [InlineData("X-Content-Type-Options", "")]
    [InlineData("X-Accel-Redirect", "/secret")]
    [InlineData("Location", "https://evil.example.com/")]
    [InlineData("Location", "//evil.example.com/")]
    [InlineData("Location", "/\\evil.example.com/")]
    [InlineData("X-A", "1\r\nSet-Cookie: a=b")]
    [InlineData("X A", "1")]
    public void Response_HeaderThatWeakensTheProduct_IsRefusedByName(string name, string value)
    {
        var headers = new System.Text.Json.Nodes.JsonObject { [name] = value }.ToJsonString();
        Answering($$"""{"responseHeaders": {{headers}}}""").Fault().ShouldContain(name);

        var (reply, incidents) = Run(Answering($$"""{"responseHeaders": {{HttpFlow.Input("js:(" + headers + ")")}} }"""));
        reply.ShouldBeNull();
        incidents.ShouldHaveSingleItem().ShouldContain(name);
    }

    [Theory]
    [InlineData("Location", "/workflows/b")]
    [InlineData("X-Order-Number", "17")]
    [InlineData("Retry-After", "5")]
    public void Response_HarmlessHeader_IsSent(string name, string value) =>
        ReplyHeaders.Refuses(name, [value]).ShouldBeNull();

    [Theory]
    [InlineData("""{"statusCode": 101}""", "状态码")]
    [InlineData("""{"statusCode": "Okay"}""", "状态码")]
    [InlineData("""{"contentType": "json"}""", "内容类型")]
    [InlineData("""{"contentType": "multipart/form-data"}""", "multipart")]
    [InlineData("""{"responseHeaders": "text"}""", "JSON 对象")]
    public void Response_WrongLiteral_IsRefusedWhenCompiled(string json, string reason) => Answering(json).Fault().ShouldContain(reason);

    [Fact]
    public void Response_WithoutARequest_IsAnIncidentThatSaysWhy()
    {
        var burst = Answering("""{"content": "x"}""").Ask(HttpFlow.Request("a"));
        burst.Incidents.ShouldHaveSingleItem().Message.ShouldContain("没有可以回答的请求");
    }

    [Fact]
    public void Response_Twice_KeepsTheFirstAndIsAnIncident()
    {
        var (reply, incidents) = Run(Answering("""{"content": "first"}""").Add("again", "Elsa.WriteHttpResponse", """{"content": "second"}""").Chain("answer", "again"));
        reply!.Body.ShouldBe("first");
        incidents.ShouldHaveSingleItem().ShouldContain("已经回答过");
    }
}
