using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Comparison;

namespace Bpm.Workflows.Tests.Comparison;

/// <summary>What two versions of a definition differ in, told by ids and ends and in people's words.</summary>
public sealed class DefinitionComparisonTests
{
    private const string File =
        """
        {"id":"d-v1","definitionId":"d","name":"示例","version":1,"isLatest":true,"isPublished":true,"toolVersion":"3.8.2.0","description":"",
         "variables":[{"id":"v1","name":"ending","typeName":"String","isArray":false,"value":null}],"inputs":[],"outputs":[],"outcomes":[],
         "customProperties":{},"options":{"activationStrategyType":null,"usableAsActivity":false},
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"start":"start","metadata":{},"customProperties":{},
          "activities":[
           {"id":"start","nodeId":"Workflow1:flow:start","type":"Elsa.Start","version":1,"metadata":{"designer":{"position":{"x":0,"y":0}}}},
           {"id":"clock","type":"Bpm.StartClock","version":1,"metadata":{"displayText":"复核时限起算","designer":{"position":{"x":200,"y":0}}},
            "rule":{"typeName":"String","expression":{"type":"Literal","value":"A-4.2"}},"from":{"typeName":"String","expression":{"type":"Literal","value":"now"}}},
           {"id":"check","type":"Bpm.HumanTask","version":1,"metadata":{"displayText":"复核"},
            "candidates":{"typeName":"String[]","expression":{"type":"Object","value":"[\"role:hotline\"]"}}},
           {"id":"again","type":"Elsa.While","version":1,"metadata":{"displayText":"再试"},
            "body":{"id":"inner","type":"Elsa.Sequence","version":1,"activities":[{"id":"deep","type":"Elsa.Delay","version":1,
             "timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}}]}},
           {"id":"part","type":"公共环节","version":1,"workflowDefinitionId":"p","workflowDefinitionVersionId":"p-v1","metadata":{"displayText":"收尾"}}],
          "connections":[
           {"source":{"activity":"start","port":"Done"},"target":{"activity":"clock","port":"In"},"vertices":[]},
           {"source":{"activity":"clock","port":"Done"},"target":{"activity":"check","port":"In"},"vertices":[]}]}}
        """;

    private static readonly StepLabels _labels = new(type => ComplaintActivities.Registry().Find(type)?.Descriptor);

    [Fact]
    public void Versions_OfOneContent_DifferInNothing()
    {
        var differences = Compare(json =>
        {
            (json["id"], json["version"], json["isPublished"], json["toolVersion"]) = ("d-v2", 2, false, "3.9");
            Node(json, "start")["nodeId"] = "elsewhere";
        });

        differences.SameContent.ShouldBeTrue();
        differences.LayoutChanged.ShouldBeFalse();
        differences.LayoutOnly.ShouldBeFalse();
    }

    [Fact]
    public void Input_Changed_IsToldByItsLabelWithBothValues()
    {
        var differences = Compare(json => Node(json, "clock")["rule"]!["expression"]!["value"] = "A-4.3");

        var step = differences.Changed.ShouldHaveSingleItem();
        (step.Id, step.Name, step.Kind, step.Path).ShouldBe(("clock", "复核时限起算", "时限起算", "Workflow1:flow:clock"));
        step.Values.ShouldBe([new("rule", "条款", "A-4.2", "A-4.3")]);
        differences.LayoutOnly.ShouldBeFalse();
    }

    [Fact]
    public void Choice_Changed_IsToldByTheTextsOfItsOptions() => Compare(json => Node(json, "clock")["from"]!["expression"]!["value"] = "receipt")
        .Changed.ShouldHaveSingleItem().Values.ShouldBe([new("from", "起算时间", "现在", "受理时间")]);

    [Fact]
    public void List_ChangedToAScript_IsToldAsBoth() => Compare(json => Node(json, "check")["candidates"] = JsonNode.Parse(
            """{"typeName":"String[]","expression":{"type":"JavaScript","value":"['role:manager']"}}"""))
        .Changed.ShouldHaveSingleItem().Values.ShouldBe([new("candidates", "候选人", "role:hotline", "脚本：['role:manager']")]);

    [Fact]
    public void List_WrittenOtherwise_IsTheSame() => Compare(json => Node(json, "check")["candidates"]!["expression"]!["value"] = "[ \"role:hotline\" ]")
        .SameContent.ShouldBeTrue();

    [Fact]
    public void Step_DeepInsideOthers_IsCompared()
    {
        var step = Compare(json => Node(json, "again")["body"]!["activities"]![0]!["timeSpan"]!["expression"]!["value"] = "02:00:00").Changed.ShouldHaveSingleItem();

        (step.Path, step.Values.Single()).ShouldBe(("Workflow1:flow:again:inner:deep", new ValueChange("timeSpan", "时间长度", "01:00:00", "02:00:00")));
    }

    [Fact]
    public void Step_MovedIntoAnother_IsTheSameStepInAnotherPlace()
    {
        var differences = Compare(json =>
        {
            var check = Node(json, "check");
            Activities(json).Remove(check);
            Node(json, "again")["body"]!["activities"]!.AsArray().Add(check);
        });

        (differences.Added.Count, differences.Removed.Count).ShouldBe((0, 0));
        differences.Changed.ShouldHaveSingleItem().Values.ShouldBe([new("container", "所在位置", "流程图", "“inner”（activities）")]);
    }

    [Fact]
    public void StepAndConnection_NewAndGone_AreTold()
    {
        var differences = Compare(json =>
        {
            Activities(json).Remove(Node(json, "check"));
            Activities(json).Insert(0, JsonNode.Parse("""{"id":"end","type":"Elsa.End","version":1,"metadata":{"displayText":"结束"}}"""));
            json["root"]!["connections"]![1]!["target"]!["activity"] = "end";
        });

        differences.Added.ShouldHaveSingleItem().Name.ShouldBe("结束");
        differences.Removed.ShouldHaveSingleItem().Values.ShouldBe([new("candidates", "候选人", "role:hotline", null)]);
        differences.ConnectionsAdded.ShouldBe([new("clock", "Done", "end", "复核时限起算", "Done", "结束")]);
        differences.ConnectionsRemoved.ShouldBe([new("clock", "Done", "check", "复核时限起算", "Done", "复核")]);
        differences.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Places_SizesBendsAndOrder_AreLayoutOnly()
    {
        foreach (var change in new Action<JsonNode>[]
        {
            json => Node(json, "clock")["metadata"]!["designer"]!["position"]!["x"] = 300,
            json => json["root"]!["connections"]![0]!["vertices"] = JsonNode.Parse("""[{"x":1,"y":2}]"""),
            json => json["root"]!["connections"] = new JsonArray([.. json["root"]!["connections"]!.AsArray().Reverse().Select(c => c!.DeepClone())]),
            json => json["root"]!["activities"] = new JsonArray([.. Activities(json).Reverse().Select(a => a!.DeepClone())]),
        })
        {
            var differences = Compare(change);
            differences.SameContent.ShouldBeTrue();
            differences.LayoutOnly.ShouldBeTrue();
        }
    }

    [Fact]
    public void PartOfAnotherVersion_IsToldApart()
    {
        var differences = Compare(json =>
        {
            Node(json, "part")["workflowDefinitionVersionId"] = "p-v2";
            Node(json, "part")["version"] = 2;
            Node(json, "part")["latestAvailablePublishedVersion"] = 2;
        });

        differences.Parts.ShouldBe([new("part", "收尾", "p", "p-v1", "p-v2")]);
        differences.Changed.ShouldBeEmpty();
        differences.LayoutOnly.ShouldBeFalse();
    }

    [Fact]
    public void Settings_OfTheWorkflow_AreToldOneByOne()
    {
        var differences = Compare(json =>
        {
            json["name"] = "示例二";
            json["options"]!["activationStrategyType"] = "Singleton";
            json["variables"]![0]!["typeName"] = "Int32";
            json["variables"]!.AsArray().Add(JsonNode.Parse("""{"id":"v2","name":"team","typeName":"String","isArray":true}"""));
        });

        differences.Settings.ShouldBe(
        [
            new("name", "名称", "示例", "示例二"),
            new("options.activationStrategyType", "启动策略", null, "Singleton"),
            new("variables.ending", "变量“ending”", "String", "Int32"),
            new("variables.team", "变量“team”", null, "String，列表"),
        ]);
    }

    [Fact]
    public void Start_AndMergeMode_AreChangesOfSteps()
    {
        var differences = Compare(json =>
        {
            json["root"]!["start"] = "clock";
            Node(json, "check")["customProperties"] = new JsonObject { ["mergeMode"] = "Merge", ["canStartWorkflow"] = false };
        });

        differences.Changed.SelectMany(step => step.Values).ShouldBe([new("start", "起点", "start", "clock"), new("mergeMode", "汇合方式", null, "Merge")]);
    }

    private static DefinitionDifferences Compare(Action<JsonNode> change)
    {
        var newer = JsonNode.Parse(File)!;
        change(newer);
        return DefinitionComparison.Of(Parse(File), Parse(newer.ToJsonString()), _labels);
    }

    private static WorkflowDefinition Parse(string json) => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json));

    private static JsonArray Activities(JsonNode json) => json["root"]!["activities"]!.AsArray();

    private static JsonObject Node(JsonNode json, string id) => Activities(json).Single(a => (string?)a!["id"] == id)!.AsObject();
}
