using System.Text;
using Bpm.Definitions.Tests;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.TestKit;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Cases;
using Bpm.Workflows.Http;
using Bpm.Workflows.Instances;

namespace Bpm.Workflows.Tests.Instances;

/// <summary>What the host objects of bursts give to instances that are started within.</summary>
public sealed class ChildHostTests
{
    private const string Answers = """{"definitionId":"child","root":{"id":"a","type":"Elsa.WriteHttpResponse","content":"child"}}""";
    private const string Works = """{"definitionId":"child","root":{"id":"t","type":"Bpm.HumanTask","step":"callback","candidates":["role:hotline"],"outcomes":["ok"]}}""";
    private const string Calls = """{"definitionId":"parent","root":{"id":"e","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":"child"}}""";

    [Fact]
    public void InstanceScope_ChildAnswersTheRequest_OfItsParent()
    {
        var scope = new InstanceScope { TenantId = "xx-water", Now = SmallFlow.Start, Reply = new HttpReplySlot() };
        var burst = Run(Answers, scope);
        burst.Children.Single().Incidents.ShouldBeEmpty();
        scope.Reply.Written!.Body.ShouldBe("child");
    }

    [Fact]
    public void CaseScope_ChildAnswersTheRequest_OfItsParent()
    {
        var scope = CaseScopeWith(new HttpReplySlot());
        Run(Answers, scope).Children.Single().Incidents.ShouldBeEmpty();
        scope.Reply!.Written!.Body.ShouldBe("child");
    }

    [Fact]
    public void CaseScope_ChildWantsTheCase_IsAnIncidentOfTheChildThatSaysSo()
    {
        var burst = Run(Works, CaseScopeWith(null));
        var message = burst.Children.Single().Incidents.Single().Message;
        message.ShouldContain(nameof(CaseScope));
        message.ShouldContain("由其他流程启动的实例没有它");
        burst.Incidents.ShouldBeEmpty();
    }

    private static CaseScope CaseScopeWith(HttpReplySlot? reply)
    {
        var pack = ShippedPacks.Of("xx-water");
        return new CaseScope
        {
            Complaint = new SmallFlow().Task("t", "callback", "ok").Chain("start", "t").Run().Complaint,
            Directory = pack.Directory,
            Forms = pack.Forms,
            Rules = pack.Rules,
            Calendar = pack.Calendar,
            Now = SmallFlow.Start,
            Reply = reply,
        };
    }

    private static Burst Run(string child, object host) => new WorkflowRunner(new TestClock(SmallFlow.Start), graphs: new One(Compile(child)))
        .Start(Compile(Calls), new StartOptions { TenantId = "xx-water" }, host);

    private static WorkflowGraph Compile(string json) =>
        new GraphCompiler(ComplaintActivities.Registry()).Compile(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json)), new DefinitionFolder());

    private sealed class One(WorkflowGraph graph) : IWorkflowGraphs
    {
        public WorkflowGraph? FindPublished(string definitionId, string? tenantId) => graph;
    }
}
