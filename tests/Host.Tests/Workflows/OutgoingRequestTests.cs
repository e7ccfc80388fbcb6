using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Http;
using Bpm.Connectors.Tests.Http;
using Bpm.Engine.Execution;
using Bpm.HostKit;
using Bpm.Workflows.Http;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Workflows;

public sealed class OutgoingRequestTests(WorkflowProduct product) : IClassFixture<WorkflowProduct>
{
    // First /ask, then /after: what comes after the answer is seen from outside, too.
    private async Task<Answer> StartAsync(string name, string port = "200")
    {
        await product.PublishAsync(Asking(name, port));
        product.Outside.Answers($"https://{name}.example.com/after", _ => FakeSender.Status(204));
        return (await (await product.Site.AsAsync("a.hotline")).PostAsync("/workflows/" + name)).Expect(202);
    }

    private static Flow Asking(string name, string port, string host = "") => new Flow(name).Endpoint(name)
        .Then("ask", "Elsa.FlowSendHttpRequest", $$"""{"url": "{{Url(name, host)}}ask", "method": "POST", "content": {"a": 1}, "authorization": "secret:gis"}""")
        .Then("after", "Elsa.FlowSendHttpRequest", $$"""{"url": "{{Url(name, host)}}after"}""", port);

    private static string Url(string name, string host) => host.Length == 0 ? $"https://{name}.example.com/" : $"http://{host}/";

    private int After(string name) => product.Outside.To($"https://{name}.example.com/after").Length;

    [Fact]
    public async Task Order_AfterTheCommit_IsSentAndItsAnswerGoesOn()
    {
        product.Outside.Answers("https://simple.example.com/ask", _ => FakeSender.Status(200, "ok"));
        var started = await StartAsync("simple");
        await product.PassAsync(TimeSpan.FromSeconds(1));

        var (order, key) = product.Outside.To("https://simple.example.com/ask").ShouldHaveSingleItem();
        (order.Method, order.Body, key.Length).ShouldBe(("POST", """{"a":1}""", 32));
        order.Headers["Authorization"].ShouldBe(["secret:gis"]);
        After("simple").ShouldBe(1);
        (await product.InstanceAsync(started)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Order_NoConnection_IsTriedAgainWithTheSameKey()
    {
        product.Outside.Answers("https://shaky.example.com/ask", attempt => attempt < 3 ? HttpResult.Without(HttpOutcome.FailedToConnect) : FakeSender.Status(200));
        await StartAsync("shaky");
        await product.PassAsync(TimeSpan.FromMinutes(1));

        var sent = product.Outside.To("https://shaky.example.com/ask");
        sent.Length.ShouldBe(3);
        sent.Select(s => s.Key).Distinct().ShouldHaveSingleItem();
        After("shaky").ShouldBe(1);
    }

    [Fact]
    public async Task Order_NoConnectionAtAll_LeavesByFailedToConnectAfterTheAttempts()
    {
        product.Outside.Answers("https://dead.example.com/ask", _ => HttpResult.Without(HttpOutcome.FailedToConnect));
        await StartAsync("dead", "Failed to connect");
        await product.PassAsync(TimeSpan.FromMinutes(1));
        product.Outside.To("https://dead.example.com/ask").Length.ShouldBe(3);
        After("dead").ShouldBe(1);
    }

    [Fact]
    public async Task Order_NoAnswerInTime_LeavesByTimeoutAtOnce()
    {
        product.Outside.Answers("https://slow.example.com/ask", _ => HttpResult.Without(HttpOutcome.TimedOut));
        await StartAsync("slow", "Timeout");
        await product.PassAsync(TimeSpan.FromMinutes(1));
        product.Outside.To("https://slow.example.com/ask").Length.ShouldBe(1);
        After("slow").ShouldBe(1);
    }

    [Fact]
    public async Task Order_ProcessDiesBeforeTheResultIsRecorded_IsSentAgainWithTheSameKeyAndGoesOnOnce()
    {
        product.Outside.Answers("https://dying.example.com/ask", attempt => attempt == 1 ? throw new InvalidOperationException("The process dies here.") : FakeSender.Status(200));
        await StartAsync("dying");
        await product.PassAsync(TimeSpan.FromSeconds(59));
        product.Outside.To("https://dying.example.com/ask").Length.ShouldBe(1, "The lease still runs.");
        await product.PassAsync(TimeSpan.FromSeconds(2));

        var sent = product.Outside.To("https://dying.example.com/ask");
        sent.Length.ShouldBe(2);
        sent.Select(s => s.Key).Distinct().ShouldHaveSingleItem();
        After("dying").ShouldBe(1);
    }

    [Fact]
    public async Task Result_RecordedTwice_GoesOnOnce()
    {
        product.Outside.Answers("https://twice.example.com/ask", _ => FakeSender.Status(200));
        await StartAsync("twice");
        await product.PassAsync(TimeSpan.FromSeconds(1));
        var id = Guid.Parse(product.Outside.To("https://twice.example.com/ask").Single().Key);

        await using (var scope = product.Host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
            (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecordHttpResult(id, FakeSender.Status(200)))).IsRefused.ShouldBeFalse();
        }

        await product.PassAsync(TimeSpan.FromMinutes(5));
        After("twice").ShouldBe(1);
    }

    [Fact]
    public async Task Order_Refused_IsAnIncidentThatNamesTheSetting()
    {
        product.Outside.Answers("https://refused.example.com/ask", _ => HttpResult.Without(HttpOutcome.Refused, "请列入 Http:AllowedHosts"));
        var started = await StartAsync("refused");
        await product.PassAsync(TimeSpan.FromSeconds(1));
        (await product.InstanceAsync(started)).Incidents.ShouldHaveSingleItem().Message.ShouldContain("Http:AllowedHosts");
    }

    [Fact]
    public async Task Result_InstanceHasFaultedMeanwhile_IsKeptUntilItIsRepaired()
    {
        product.Outside.Answers("https://broken.example.com/ask", _ => FakeSender.Status(200));
        product.Outside.Answers("https://broken.example.com/after", _ => FakeSender.Status(204));
        await product.PublishAsync(Asking("broken", "200").From("endpoint0").Then("fault", "Elsa.Fault", """{"message": "坏了"}"""));
        var admin = await product.Site.AsAsync("a.process");
        var started = (await admin.PostAsync("/workflows/broken")).ExpectProblem(500, "WORKFLOW-FAULTED");
        await product.PassAsync(TimeSpan.FromHours(3));
        product.Outside.To("https://broken.example.com/ask").Length.ShouldBe(1);
        After("broken").ShouldBe(0);

        var instance = await product.InstanceAsync(started);
        var failed = instance.Incidents.ShouldHaveSingleItem().ActivityInstanceId;
        (await admin.PostAsync($"/api/instances/{instance.Id}/skip", new JsonObject { ["activityInstanceId"] = failed })).Expect(200);
        await product.PassAsync(TimeSpan.FromHours(2));

        After("broken").ShouldBe(1);
        (await product.InstanceAsync(started)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Order_InRealTime_ReachesARealSystemWhileAnotherHangs()
    {
        var released = new TaskCompletionSource();
        await using var hanging = await OutsideSystem.StartAsync(_ => released.Task);
        await using var system = await OutsideSystem.StartAsync(context => context.Response.WriteAsync("ok"));
        var settings = new Dictionary<string, string> { ["Http:AllowedHosts"] = $"{system.Host}, {hanging.Host}", ["Http:Secrets:gis"] = "Bearer 123" };
        await using var host = await InProcessHost.StartAsync(null, settings: settings);
        (await host.ImportAsync("xx-water", Asking("hanging", "200", hanging.Host).Build(), Asking("real", "200", system.Host).Build())).IsRefused.ShouldBeFalse();
        var staff = await host.Site.AsAsync("a.hotline");

        (await staff.PostAsync("/workflows/hanging")).Expect(202);
        await Until.TrueAsync(() => Task.FromResult(hanging.Asked.Count == 1), TimeSpan.FromSeconds(30), "The hanging system was not asked.");
        (await staff.PostAsync("/workflows/real")).Expect(202);
        await Until.TrueAsync(() => Task.FromResult(system.Asked.Count == 2), TimeSpan.FromSeconds(20), "One system held up the other.");

        system.Asked.Select(asked => asked.Path).ShouldBe(["/ask", "/after"]);
        system.Asked.First().Headers["Authorization"].ShouldBe("Bearer 123");
        released.SetResult();
        await Until.TrueAsync(() => Task.FromResult(hanging.Asked.Count == 2), TimeSpan.FromSeconds(30), "The workflow did not go on after the slow answer.");
    }
}
