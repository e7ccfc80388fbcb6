using Bpm.Workflows.Scenarios;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.Definitions.Tests;
using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Tests;

/// <summary>A small workflow in place of the one that a category ships with.</summary>
internal sealed class SmallFlow
{
    private const string Organisation = "xx-water";
    private const string Category = "water-quality";
    private readonly JsonArray _activities = [new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start", ["version"] = 1 }];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    /// <summary>Monday, 10:00.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Adds an activity. Text inputs are literals, lists are lists, <c>js:</c> begins a script.</summary>
    public SmallFlow Add(string id, string type, params (string Name, object Value)[] inputs)
    {
        var node = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            var (kind, text) = value switch
            {
                string[] list => ("Object", new JsonArray([.. list.Select(v => JsonValue.Create(v))]).ToJsonString()),
                string script when script.StartsWith("js:", StringComparison.Ordinal) => ("JavaScript", script[3..]),
                _ => ("Literal", (string)value),
            };
            node[name] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = kind, ["value"] = text } };
        }

        _activities.Add(node);
        return this;
    }

    /// <summary>Adds a human task of the hotline.</summary>
    public SmallFlow Task(string id, string step, string outcome, params (string Name, object Value)[] inputs) =>
        Add(id, "Bpm.HumanTask", [("step", step), ("candidates", new[] { "role:hotline" }), ("outcomes", new[] { outcome }), .. inputs]);

    public SmallFlow Variable(string name)
    {
        _variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "String" });
        return this;
    }

    /// <summary>Connects a chain: <c>"a", "b.Port", "c"</c> goes from a's Done to b, and from b's Port to c.</summary>
    public SmallFlow Chain(params string[] chain)
    {
        foreach (var (from, to) in chain.Zip(chain.Skip(1)))
        {
            var source = from.Split('.');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = to.Split('.')[0], ["port"] = "In" },
            });
        }

        return this;
    }

    /// <summary>Registers a case that runs it.</summary>
    public CaseWalk Run(string channel = "hotline", bool anonymous = false, string category = Category, IReadOnlyDictionary<string, string>? attributes = null)
    {
        var pack = ShippedPacks.Of(Organisation);
        var small = Build(1, category);
        var with = pack with { Definitions = [small] };
        return CaseWalk.Start(with, id => ShippedPacks.Graph(with, id), new("a.hotline", "complaint", channel, category, Start, Anonymous: anonymous, Attributes: attributes), reload: true);
    }

    /// <summary>The definition in the place of a category's.</summary>
    public WorkflowDefinition Build(int version, string category = Category)
    {
        var json = new JsonObject
        {
            ["id"] = $"small-v{version}",
            ["definitionId"] = ShippedPacks.Of(Organisation).Directory.Profile.Categories[category].DefinitionId,
            ["name"] = "小流程",
            ["version"] = version,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = _variables.DeepClone(),
            ["options"] = new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" },
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["start"] = "start", ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone() },
        };
        return WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
