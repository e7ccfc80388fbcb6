using Bpm.Engine.Execution;
using Bpm.Engine.Tests;
using Bpm.Workflows.Http;

namespace Bpm.Workflows.Tests.Http;

public sealed class HttpRequestTests
{
    private const string Url = "https://gis.example.com/api/orders";

    private static HttpFlow Flow(RunMode mode, string more = "") => new HttpFlow(mode)
        .Variable("code", "Int32").Variable("answer").Variable("replyHeaders")
        .Add("ask", "Elsa.FlowSendHttpRequest", $$"""
            {"url": "{{Url}}", "method": "POST", "content": {"a": 1}, "authorization": "secret:gis", "requestHeaders": {"X-Source": "bpm"},
             "expectedStatusCodes": {"typeName":"Int32[]","expression":{"type":"Object","value":"[200, 404]"} },
             "statusCode": {"typeName":"Int32","memoryReference":{"id":"code"} }, "parsedContent": {"typeName":"Object","memoryReference":{"id":"answer"} },
             "responseHeaders": {"typeName":"Object","memoryReference":{"id":"replyHeaders"} } {{more}} }
            """)
        .Line("200").Line("404").Line("unmatched").Line("failed").Line("late").Line("done")
        .Chain("ask.200", "200").Chain("ask.404", "404").Chain("ask.Unmatched status code", "unmatched")
        .Chain("ask.Failed to connect", "failed").Chain("ask.Timeout", "late").Chain("ask.Done", "done");

    private static HttpResult Answer(int status, string? body = null, string? type = null) =>
        new(HttpOutcome.Answered, status, new Dictionary<string, string[]> { ["X-Rate"] = ["9"] }, type, body, null);

    private static async Task<(HttpFlow Flow, WorkflowInstance Instance, Burst Last)> SendAsync(HttpFlow flow, HttpResult result)
    {
        var instance = await flow.StartAsync();
        var order = Orders(flow).ShouldHaveSingleItem();
        return (flow, instance, await flow.Host.ResumeAsync(instance.Id, order.BookmarkId, result.ToValue()));
    }

    private static HttpOrder[] Orders(HttpFlow flow) => [.. flow.Host.Bursts.SelectMany(b => b.Effects).OfType<HttpOrder>()];

    [Theory, EveryMode]
    public async Task Request_Burst_LeavesOneOrderAndWaits(RunMode mode)
    {
        var flow = Flow(mode);
        var instance = await flow.StartAsync();

        var order = Orders(flow).ShouldHaveSingleItem();
        (order.Method, order.Url, order.ContentType, order.Body).ShouldBe(("POST", Url, "application/json", """{"a":1}"""));
        order.Headers["Authorization"].ShouldBe(["secret:gis"]);
        order.Headers["X-Source"].ShouldBe(["bpm"]);
        instance.Bookmarks.ShouldHaveSingleItem().Id.ShouldBe(order.BookmarkId);
        flow.Host.Lines.ShouldBeEmpty();
    }

    [Theory]
    [EveryMode(200, "200|done")]
    [EveryMode(404, "404|done")]
    [EveryMode(500, "unmatched|done")]
    public async Task FlowRequest_Status_LeavesByItsOutcomeAndDone(RunMode mode, int status, string lines)
    {
        var (flow, instance, _) = await SendAsync(Flow(mode), Answer(status));
        flow.Host.Lines.ShouldBe(lines.Split('|'), ignoreOrder: true);
        flow.Host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [EveryMode(HttpOutcome.FailedToConnect, "failed")]
    [EveryMode(HttpOutcome.TimedOut, "late")]
    public async Task FlowRequest_NoAnswer_LeavesByTheFailureOnly(RunMode mode, HttpOutcome outcome, string line)
    {
        var (flow, _, _) = await SendAsync(Flow(mode), HttpResult.Without(outcome));
        flow.Host.Lines.ShouldBe([line]);
    }

    [Theory]
    [InlineData("""[200]""", "200|Unmatched status code|Failed to connect|Timeout|Done")]
    [InlineData("""["201", "201", 500]""", "201|500|Unmatched status code|Failed to connect|Timeout|Done")]
    [InlineData("""null""", "200|Unmatched status code|Failed to connect|Timeout|Done")]
    [InlineData("""[]""", "Unmatched status code|Failed to connect|Timeout|Done")]
    public void FlowRequest_Ports_ComeFromTheExpectedStatusCodes(string codes, string ports) => new HttpFlow()
        .Add("ask", "Elsa.FlowSendHttpRequest", $$"""{"url": "{{Url}}", "expectedStatusCodes": {{codes}} }""")
        .Compile().Nodes.Single(n => n.Id == "ask").Activity.Ports.ShouldBe(ports.Split('|'));

    [Fact]
    public async Task FlowRequest_NothingExpected_LeavesByDoneOnly()
    {
        var flow = new HttpFlow().Add("ask", "Elsa.FlowSendHttpRequest", $$"""{"url": "{{Url}}", "expectedStatusCodes": []}""")
            .Line("unmatched").Line("done").Chain("ask.Unmatched status code", "unmatched").Chain("ask", "done");
        await SendAsync(flow, Answer(500));
        flow.Host.Lines.ShouldBe(["done"]);
    }

    [Theory, EveryMode]
    public async Task Request_Answer_FillsTheOutputs(RunMode mode)
    {
        var flow = Flow(mode).Add("shown", "Elsa.WriteLine", $$"""{"text": {{HttpFlow.Input("js:variables.code + variables.answer.names[1] + variables.replyHeaders['X-Rate'][0]")}} }""").Chain("200", "shown");
        await SendAsync(flow, Answer(200, """{"names": ["一", "二"]}""", "application/json"));
        flow.Host.Lines.ShouldContain("200二9");
    }

    [Fact]
    public async Task Request_AnswerSaysJsonAndIsNot_IsAnIncidentWithoutTheText()
    {
        var (_, _, last) = await SendAsync(Flow(RunMode.Straight), Answer(200, "<html>张三</html>", "application/json"));
        last.Incidents.ShouldHaveSingleItem().Message.ShouldContain("不是有效的 JSON");
        last.Incidents[0].Message.ShouldNotContain("张三");
    }

    [Fact]
    public async Task Request_JournalKeepsEverything_ExceptWhatMayBeASecret()
    {
        var flow = new HttpFlow().Add("ask", "Elsa.FlowSendHttpRequest", $$"""
            {"url": "{{Url}}", "authorization": "Bearer 123", "requestHeaders": {"X-Api-Key": "456"}, "customProperties": {"logPersistenceMode": "Include"} }
            """);
        await flow.StartAsync();
        var kept = flow.Host.Bursts.Single().Values.Select(value => value.Name).ToArray();
        kept.ShouldContain("url");
        kept.ShouldNotContain("authorization");
        kept.ShouldNotContain("requestHeaders");
    }

    [Fact]
    public async Task Request_Refused_IsAnIncidentThatNamesTheSetting()
    {
        var (_, _, last) = await SendAsync(Flow(RunMode.Straight), HttpResult.Without(HttpOutcome.Refused, "请列入 Http:AllowedHosts"));
        last.Incidents.ShouldHaveSingleItem().Message.ShouldContain("Http:AllowedHosts");
    }

    [Fact]
    public async Task Request_AnsweredTwice_GoesOnOnce()
    {
        var (flow, instance, _) = await SendAsync(Flow(RunMode.Reloaded), Answer(200));
        (await flow.Host.ResumeAsync(instance.Id, Orders(flow)[0].BookmarkId, Answer(404).ToValue())).Changed.ShouldBeFalse();
        flow.Host.Lines.ShouldNotContain("404");
    }

    [Theory, EveryMode]
    public async Task Request_CancelledWhileItWaits_IsWithdrawn(RunMode mode)
    {
        var flow = Flow(mode);
        var instance = await flow.StartAsync();
        var burst = await flow.Host.CancelAsync(instance.Id);
        burst.Effects.ShouldBe([new HttpOrderWithdrawn(Orders(flow)[0].BookmarkId)]);
    }

    [Theory]
    [EveryMode(200, "ok")]
    [EveryMode(418, "other")]
    [EveryMode(204, "")]
    public async Task EmbeddedRequest_Status_RunsItsActivityThenDone(RunMode mode, int status, string line)
    {
        var flow = Embedded(mode);
        await SendAsync(flow, Answer(status));
        flow.Host.Lines.ShouldBe(line.Length == 0 ? ["done"] : [line, "done"]);
    }

    [Theory]
    [EveryMode(HttpOutcome.FailedToConnect, "failed")]
    [EveryMode(HttpOutcome.TimedOut, "late")]
    public async Task EmbeddedRequest_NoAnswer_RunsTheActivityOfTheFailure(RunMode mode, HttpOutcome outcome, string line)
    {
        var flow = Embedded(mode);
        await SendAsync(flow, HttpResult.Without(outcome));
        flow.Host.Lines.ShouldBe([line, "done"]);
    }

    [Theory]
    [InlineData("""{"url": "gis.example.com/api"}""", "https://")]
    [InlineData("""{"url": "ftp://gis.example.com/api"}""", "https://")]
    [InlineData("""{"url": "https://user:pass@gis.example.com/"}""", "用户名和密码")]
    [InlineData("""{"url": "https://a.example.com/", "method": "TRACE"}""", "TRACE")]
    [InlineData("""{"url": "https://a.example.com/", "requestHeaders": {"Host": "b"}}""", "Host")]
    [InlineData("""{"url": "https://a.example.com/", "requestHeaders": {"X-A": "1\r\nX-B: 2"}}""", "X-A")]
    [InlineData("""{"url": "https://a.example.com/", "expectedStatusCodes": ["ok"]}""", "ok")]
    public void Request_WrongLiteral_IsRefusedWhenCompiled(string json, string reason) =>
        new HttpFlow().Add("ask", "Elsa.FlowSendHttpRequest", json).Fault().ShouldContain(reason);

    private static HttpFlow Embedded(RunMode mode)
    {
        static string Line(string text) => $$"""{"id": "{{text}}", "type": "Elsa.WriteLine", "version": 1, "text": {{HttpFlow.Input(text)}} }""";
        return new HttpFlow(mode)
            .Add("ask", "Elsa.SendHttpRequest", $$"""
                {"url": "{{Url}}", "expectedStatusCodes": [{"statusCode": 200, "activity": {{Line("ok")}} }, {"statusCode": "204", "activity": null}],
                 "unmatchedStatusCode": {{Line("other")}}, "failedToConnect": {{Line("failed")}}, "timeout": {{Line("late")}} }
                """)
            .Line("done").Chain("ask", "done");
    }
}
