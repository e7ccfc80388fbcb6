using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Tests.Scenarios.Limits;

public sealed class LimitTests
{
    private static List<object?> Texts(int count) => [.. Enumerable.Range(0, count).Select(_ => (object?)new string('字', 300_000))];

    [Theory, EveryMode]
    public async Task Variable_OfFiftyMegabytes_IsAnIncidentThatNamesIt(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Limits/payload", mode);
        var (_, other) = await Scenario.StartAsync("Limits/payload", mode);
        await host.SendAsync("first", Texts(56));

        var incident = host.Instance(instance.Id).Incidents.Single();
        incident.Message.ShouldContain("变量 “A” 过大：约 50.4 MB");
        incident.Text.ShouldStartWith("流程 “收件” 的步骤 “first”（Workflow1:s:first）");
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        host.Store.Size(instance.Id).ShouldBeLessThan(3000);
        other.Incidents.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Variables_TogetherTooLarge_NamesTheOneAndTheLargest(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Limits/payload", mode);
        await host.SendAsync("first", Texts(3));
        host.Instance(instance.Id).Incidents.ShouldBeEmpty();
        await host.SendAsync("second", Texts(2));
        var message = host.Instance(instance.Id).Incidents.Single().Message;
        message.ShouldContain("变量 “B”");
        message.ShouldContain("最大的是 “A”（约 2.7 MB）");
        host.Instance(instance.Id).GetVariable("B").ShouldBeNull();

        // What is replaced does not count: the operator makes room, and it runs.
        await host.SetVariableAsync(instance.Id, "A", Texts(4));
        await host.SetVariableAsync(instance.Id, "A", null);
        await host.RetryAsync(instance.Id);
        await host.SendAsync("second", Texts(2));
        host.Lines.ShouldBe(["end"]);
    }

    [Theory, EveryMode]
    public async Task ScriptMadeVariables_TogetherTooLarge_AreAnIncident(RunMode mode)
    {
        var host = new EngineHost(mode, options: new RunnerOptions { MaxStateBytes = 1_000_000 });
        var instance = await host.StartFileAsync(Scenario.PathOf("Limits/undeclared"));
        await host.SendAsync("go");
        host.Instance(instance.Id).Incidents.Single().Message.ShouldContain("变量 “v15”");
    }

    [Theory, EveryMode]
    public async Task Start_InputsTooLarge_IsRefused(RunMode mode)
    {
        var refused = await Should.ThrowAsync<WorkflowException>(() =>
            Scenario.StartAsync("Limits/one-large", mode, new Dictionary<string, object?> { ["Payload"] = Texts(5) }));
        refused.Message.ShouldContain("输入 “Payload” 过大");
    }

    [Theory, EveryMode]
    public async Task Start_CopyOfALargeInput_IsAnIncident(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Limits/one-large", mode, new Dictionary<string, object?> { ["Payload"] = Texts(3) });
        host.Instance(instance.Id).Incidents.Single().Text.ShouldContain("步骤 “取附件”");
        host.Instance(instance.Id).Incidents.Single().Message.ShouldContain("变量 “Big”");
    }
}
