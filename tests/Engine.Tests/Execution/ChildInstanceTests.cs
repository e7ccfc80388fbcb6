using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Tests.Scenarios;
using Bpm.TestKit;

namespace Bpm.Engine.Tests.Execution;

/// <summary>What the caller of the runner sees and decides of instances that others start.</summary>
public sealed class ChildInstanceTests
{
    private static readonly TestClock Clock = new(new(2026, 9, 30, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Start_WithoutGraphs_ACallIsAnIncident()
    {
        var burst = new WorkflowRunner(Clock).Start(Graph("calls-adds"), new StartOptions(), null);
        burst.Incidents.Single().Message.ShouldContain("没有已发布的流程 “adds”");
        burst.Children.ShouldBeEmpty();
    }

    [Fact]
    public void Call_OfATenant_LooksForItsDefinitionsAndStartsItsInstance()
    {
        var graphs = new Graphs("water", Graph("adds"));
        var runner = new WorkflowRunner(Clock, graphs: graphs);
        var burst = runner.Start(Graph("calls-adds"), new StartOptions { TenantId = "water" }, null);
        burst.Children.Single().Instance.TenantId.ShouldBe("water");
        burst.Children.Single().Instance.ParentInstanceId.ShouldBe(burst.Instance.Id);
        burst.Lines.ShouldBe(burst.Children.Single().Lines);
        runner.Start(Graph("calls-adds"), new StartOptions { TenantId = "power" }, null).Incidents.Single().ExceptionType.ShouldBe(nameof(ActivityFaultException));
    }

    [Fact]
    public void Call_OfAWorkflowThatCannotBeRun_IsAnIncidentThatSaysWhy()
    {
        var runner = new WorkflowRunner(Clock, graphs: new Graphs(null, null));
        var burst = runner.Start(Graph("calls-adds"), new StartOptions(), null);
        burst.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        burst.Incidents.Single().Message.ShouldContain("画错了");
    }

    [Fact]
    public void Host_OfAChild_IsWhatTheParentsHostGives()
    {
        var registry = ActivityRegistry.WithBuiltIns().Add(new ActivityType(new("Test.Host", "t", "t", "t"), _ => new NeedsHost()));
        var child = Compile(registry, """{"definitionId":"child","root":{"id":"h","type":"Test.Host"}}""");
        var parent = Compile(registry, """{"definitionId":"parent","root":{"id":"e","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"child"}}""");
        var runner = new WorkflowRunner(Clock, graphs: new Graphs(null, child));

        runner.Start(parent, new StartOptions(), "plain").Children.Single().Incidents.Single().Message.ShouldContain("由其他流程启动的实例没有它");
        var burst = runner.Start(parent, new StartOptions(), new Desk());
        burst.Lines.ShouldBe(["of child"]);
        burst.Children.Single().Incidents.ShouldBeEmpty();
    }

    private static WorkflowGraph Compile(ActivityRegistry registry, string json) =>
        new GraphCompiler(registry).Compile(WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(json)), new DefinitionFolder());

    private static WorkflowGraph Graph(string name) => new GraphCompiler(ActivityRegistry.WithBuiltIns())
        .Compile(WorkflowDefinition.Parse(File.ReadAllBytes(Scenario.PathOf("Calls/" + name))), new DefinitionFolder());

    private sealed class Graphs(string? tenant, WorkflowGraph? graph) : IWorkflowGraphs
    {
        public WorkflowGraph? FindPublished(string definitionId, string? tenantId) => graph is null
            ? throw new InvalidDefinitionException("", null, "画错了。")
            : definitionId == graph.DefinitionId && tenantId == tenant ? graph : null;
    }

    private sealed class NeedsHost : Activity
    {
        public override void Execute(ActivityContext c)
        {
            c.WriteLine(c.Host<Note>().Text);
            c.Complete();
        }
    }

    private sealed record Note(string Text);

    private sealed class Desk : IParentHost
    {
        public object ForChild(WorkflowGraph graph, StartOptions options) => new Note("of " + graph.DefinitionId);
    }
}
