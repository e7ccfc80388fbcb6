using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Tests;
using Bpm.Workflows.Http;

namespace Bpm.Workflows.Tests.Http;

public sealed class HttpEndpointTests
{
    private const string Bound =
        """
        "parsedContent": {"typeName":"Object","memoryReference":{"id":"body"}}, "routeData": {"typeName":"Object","memoryReference":{"id":"route"}},
        "queryStringData": {"typeName":"Object","memoryReference":{"id":"query"}}, "headers": {"typeName":"Object","memoryReference":{"id":"headers"}},
        "result": {"typeName":"Object","memoryReference":{"id":"request"}}
        """;

    private static HttpFlow Orders(RunMode mode = RunMode.Straight, bool starts = false, string more = "") => new HttpFlow(mode)
        .Variable("body").Variable("route").Variable("query").Variable("headers").Variable("request")
        .Add("endpoint", "Elsa.HttpEndpoint", $$"""{"path": {{HttpFlow.Input("orders/{id}")}}, "supportedMethods": {"typeName":"String[]","expression":{"type":"Object","value":"[\"POST\",\"PUT\"]"} }, {{Bound}} {{more}} }""", starts)
        .Add("shown", "Elsa.WriteLine", $$"""{"text": {{HttpFlow.Input("js:variables.route.id + variables.query.a + variables.headers['X-Source'] + variables.body.amount + variables.request.method")}} }""")
        .Chain("endpoint", "shown");

    [Theory, EveryMode]
    public async Task Endpoint_InMidFlow_WaitsForEachMethodAndTakesTheFirst(RunMode mode)
    {
        var flow = Orders(mode);
        var instance = await flow.StartAsync();
        instance.Bookmarks.Select(b => b.Payload).ShouldBe(["POST orders/{}", "PUT orders/{}"]);

        var match = (await flow.Host.Store.MatchAsync(Stimulus.Hash(HttpEndpoint.TypeName, "PUT orders/{}"), null, null, default)).ShouldHaveSingleItem();
        await flow.Host.ResumeAsync(match.InstanceId, match.BookmarkId, HttpFlow.Request(content: new Dictionary<string, object?> { ["amount"] = 5 }).ToValue());

        flow.Host.Lines.ShouldBe(["171crm5POST"]);
        flow.Host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await flow.Host.Store.MatchAsync(Stimulus.Hash(HttpEndpoint.TypeName, "POST orders/{}"), null, null, default)).ShouldBeEmpty();
    }

    [Fact]
    public void Endpoint_AsTrigger_StartsWithTheRequestAndDoesNotWait()
    {
        var flow = Orders(starts: true);
        flow.Compile().Triggers.Select(t => t.Payload).ShouldBe(["POST orders/{}", "PUT orders/{}"]);

        var burst = flow.Ask(HttpFlow.Request("Orders/A7", new Dictionary<string, object?> { ["amount"] = 1.5 }));

        burst.Lines.ShouldBe(["A71crm1.5POST"]);
        burst.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void Endpoint_OptionalParameter_IsATriggerForBothShapes() => new HttpFlow()
        .Add("endpoint", "Elsa.HttpEndpoint", $$"""{"path": {{HttpFlow.Input("orders/{id?}")}} }""", starts: true)
        .Compile().Triggers.Select(t => t.Hash)
        .ShouldBe([Stimulus.Hash(HttpEndpoint.TypeName, "GET orders/{}"), Stimulus.Hash(HttpEndpoint.TypeName, "GET orders")]);

    [Fact]
    public void Endpoint_ThatDoesNotStart_IsNoTrigger() => Orders().Compile().Triggers.ShouldBeEmpty();

    [Fact]
    public void Endpoint_RequestTooLarge_LeavesByItsOutcomeWithoutTheContent()
    {
        var flow = new HttpFlow().Variable("body")
            .Add("endpoint", "Elsa.HttpEndpoint", $$"""{"path": {{HttpFlow.Input("orders/{id}")}}, "requestSizeLimit": 100, "exposeRequestTooLargeOutcome": true, "parsedContent": {"typeName":"Object","memoryReference":{"id":"body"} } }""", starts: true)
            .Add("large", "Elsa.WriteLine", $$"""{"text": {{HttpFlow.Input("js:'too large ' + (variables.body === null)")}} }""")
            .Line("fits")
            .Chain("endpoint.Request too large", "large").Chain("endpoint", "fits");

        flow.Ask(HttpFlow.Request(content: "x", length: 101)).Lines.ShouldBe(["too large true"]);
        flow.Ask(HttpFlow.Request(content: "x", length: 100)).Lines.ShouldBe(["fits"]);
    }

    [Fact]
    public void Endpoint_SizeLimitWithoutOutcome_RefusesBeforeItRuns()
    {
        var endpoint = (HttpEndpoint)Orders(more: """, "requestSizeLimit": 100""").Compile().Nodes.Single(n => n.Id == "endpoint").Activity;
        endpoint.Refuses(101).ShouldBeTrue();
        endpoint.Refuses(100).ShouldBeFalse();
    }

    [Theory]
    [InlineData("false", null)]
    [InlineData("true", "Administer")]
    public void Endpoint_Policy_CountsOnlyWithAuthorize(string authorize, string? policy)
    {
        var endpoint = (HttpEndpoint)Orders(more: $$""", "authorize": {{HttpFlow.Input(authorize)}}, "policy": {{HttpFlow.Input("Administer")}} """)
            .Compile().Nodes.Single(n => n.Id == "endpoint").Activity;
        endpoint.Policy.ShouldBe(policy);
        endpoint.Authorize.ShouldBe(policy is not null);
    }

    [Theory]
    [InlineData("""{"path": "a//b"}""", "连续的斜杠")]
    [InlineData("""{}""", "为空")]
    [InlineData("""{"path": "a", "exposeFileTooLargeOutcome": true}""", "exposeFileTooLargeOutcome")]
    [InlineData("""{"path": "a", "files": {"typeName":"Object","memoryReference":{"id":"v"}}}""", "files")]
    [InlineData("""{"path": "a", "requestSizeLimit": 0}""", "requestSizeLimit")]
    [InlineData("""{"path": "a", "supportedMethods": ["TRACE"]}""", "TRACE")]
    public void Endpoint_WhatIsNotRun_IsRefusedByName(string json, string named) =>
        new HttpFlow().Variable("v").Add("endpoint", "Elsa.HttpEndpoint", json).Fault().ShouldContain(named);

    [Fact]
    public async Task Endpoint_ResumedByAnythingElse_IsAnIncident()
    {
        var flow = Orders();
        var instance = await flow.StartAsync();
        var burst = await flow.Host.ResumeAsync(instance.Id, instance.Bookmarks[0].Id, "text");
        burst.Incidents.ShouldHaveSingleItem().Message.ShouldContain("/workflows/");
    }
}
