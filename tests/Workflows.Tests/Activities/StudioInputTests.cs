using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Tests.Activities;

/// <summary>What the designer's editors write is what activities read: each input of each activity that is offered, as its editor stores it.</summary>
public sealed class StudioInputTests
{
    private static readonly ActivityRegistry Registry = ComplaintActivities.Registry();
    private static readonly GraphCompiler Compiler = new(Registry, CaseScripts.Functions());

    // What an activity must have before anything else of it is looked at.
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["Bpm.HumanTask"] = """{"step":{"expression":{"type":"Literal","value":"look"}},"outcomes":{"expression":{"type":"Object","value":"[\"Done\"]"}}}""",
        ["Elsa.FlowSendHttpRequest"] = """{"url":{"expression":{"type":"Literal","value":"https://gis.example.com"}}}""",
        ["Elsa.SendHttpRequest"] = """{"url":{"expression":{"type":"Literal","value":"https://gis.example.com"}}}""",
        ["Elsa.HttpEndpoint"] = """{"path":{"expression":{"type":"Literal","value":"orders"}}}""",
        ["Elsa.SetVariable"] = """{"variable":{"id":"v1","name":"Days"}}""",
        ["Elsa.While"] = """{"body":{"id":"inner","type":"Elsa.WriteLine","version":1}}""",
    };

    private static readonly Dictionary<string, string> Fitting = new()
    {
        ["Elsa.Cron.CronExpression"] = "0 8 * * *", ["Elsa.RunJavaScript.Script"] = "1 + 1", ["Elsa.HttpEndpoint.Policy"] = "Administer",
    };

    public static TheoryData<string> Types => new(Registry.Types.Where(type => type.Descriptor.IsBrowsable).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryEditor_WritesWhatTheActivityReads(string typeName)
    {
        foreach (var input in Registry.Find(typeName)!.Descriptor.Inputs.Where(input => input.IsWrapped))
        {
            foreach (var (type, value) in Written(typeName, input))
                Errors(typeName, input, type, value).ShouldBeEmpty($"{typeName}.{input.Name} = {type} {value}");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void VariablesAndInputs_AreReadFromTheWholeThingAsText(string typeName)
    {
        foreach (var input in Registry.Find(typeName)!.Descriptor.Inputs.Where(input => input.IsWrapped))
        {
            var variable = """{"id":"v1","name":"Days","typeName":"Object","isArray":false,"value":null,"storageDriverTypeName":null}""";
            var argument = """{"uiHint":"singleline","storageDriverType":null,"type":"Object","isArray":false,"name":"Reason","displayName":"原因","description":"","category":"Primitives"}""";
            foreach (var (type, value) in ((string, string)[])[("Variable", variable), ("Input", argument)])
                Errors(typeName, input, type, value).Where(error => !error.Contains("固定", StringComparison.Ordinal)).ShouldBeEmpty($"{typeName}.{input.Name} = {type}");
        }
    }

    [Theory]
    [InlineData("12/31/2026 12:00:00 AM")]
    [InlineData("2026/12/31 0:00:00")]
    [InlineData("2026-12-31T00:00:00Z")]
    public void Date_AsEitherLanguageWritesIt_IsTheSame(string written)
    {
        var definition = Definition(Node("Elsa.StartAt", ("dateTime", "Literal", written)), starts: true);
        var trigger = Compiler.Compile(definition, new DefinitionSet([])).Triggers.ShouldHaveSingleItem();
        var earlier = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        trigger.Timetable!.NextAfter(earlier, earlier).ShouldBe(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
    }

    private static IEnumerable<(string Type, string Value)> Written(string typeName, InputDescriptor input)
    {
        if (Fitting.TryGetValue($"{typeName}.{input.Name}", out var fitting))
            return [("Literal", fitting)];
        return input.UIHint switch
        {
            "checkbox" => [("Literal", "True"), ("Literal", "False")],
            "dropdown" when input.Picker is null => [.. Items(input, "dropdown", "selectList").Select(item => ("Literal", item))],
            "checklist" when input.Picker is null => [("Object", JsonSerializer.Serialize(Items(input, "checklist", "checkList")))],
            "checklist" or "dynamic-outcomes" => [("Object", """["one","two"]""")],
            "multitext" => [("Object", """["200","404"]""")],
            "json-editor" => [("Literal", """{"X-One":"1"}""")],
            "datetime-picker" => [("Literal", "12/31/2026 12:00:00 AM"), ("Literal", "")],
            _ => [("Literal", Plain(input.TypeName)), ("Literal", "")],
        };
    }

    private static string Plain(string typeName) => typeName switch
    {
        "Int32" or "Int64" => "5",
        "TimeSpan" => "00:30:00",
        "Boolean" => "True",
        "DateTimeOffset" => "2026-12-31T00:00:00+08:00",
        "Uri" => "https://gis.example.com/orders",
        "IDictionary<String, Object>" => """{"a":1}""",
        "Object[]" => "[1,2]",
        _ => "one",
    };

    private static List<string> Items(InputDescriptor input, string hint, string list) =>
        [.. JsonSerializer.SerializeToNode(input.UISpecifications)![hint]![list]!["items"]!.AsArray().Select(item => item!["value"]!.GetValue<string>())];

    private static IReadOnlyList<string> Errors(string typeName, InputDescriptor input, string type, string value)
    {
        var property = JsonNamingPolicy.CamelCase.ConvertName(input.Name);
        var node = JsonNode.Parse(Needed.GetValueOrDefault(typeName, "{}"))!.AsObject();
        // What must be there may not be left empty.
        if (value.Length == 0 && node.ContainsKey(property))
            return [];
        foreach (var (name, written) in Node(typeName, (property, type, value)))
            node[name] = written?.DeepClone();
        try
        {
            Compiler.Compile(Definition(node, starts: false), new DefinitionSet([]));
            return [];
        }
        catch (InvalidDefinitionException exception)
        {
            return [.. exception.Errors.Select(error => error.Message)];
        }
    }

    private static JsonObject Node(string typeName, params (string Name, string Type, string Value)[] inputs)
    {
        var node = new JsonObject { ["id"] = "one", ["nodeId"] = "Workflow1:flow:one", ["name"] = "One1", ["type"] = typeName, ["version"] = 1 };
        foreach (var (name, type, value) in inputs)
            node[name] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value }, ["memoryReference"] = null };
        return node;
    }

    private static WorkflowDefinition Definition(JsonObject node, bool starts)
    {
        if (starts)
            node["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["definitionId"] = "made-by-studio",
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "Days", ["typeName"] = "Object", ["isArray"] = false, ["value"] = null }),
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "Reason", ["type"] = "Object" }),
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray(node), ["connections"] = new JsonArray() },
        }.ToJsonString()));
    }
}
