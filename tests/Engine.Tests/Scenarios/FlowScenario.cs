using System.Text.Json.Nodes;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios;

/// <summary>Runs a scenario's file by the rules of one flowchart mode.</summary>
internal static class FlowScenario
{
    public static WorkflowDefinition Read(string name, FlowchartMode rules)
    {
        var json = JsonNode.Parse(File.ReadAllBytes(Scenario.PathOf(name)))!;
        json["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = rules.ToString() };
        return WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    public static async Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(
        string name, RunMode mode, FlowchartMode rules, StartTrigger? trigger = null)
    {
        var host = new EngineHost(mode);
        return (host, await host.StartAsync(await host.PublishAsync(Read(name, rules)), new StartOptions { Trigger = trigger }));
    }

    /// <summary>It is over and left nothing behind.</summary>
    public static void ShouldBeFinished(this EngineHost host, WorkflowInstance instance)
    {
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Store.TimerCount(instance.Id).ShouldBe(0);
    }
}
