using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Http;

namespace Bpm.Workflows.Tests.Http;

/// <summary>A small flowchart of HTTP activities, and the run of it.</summary>
internal sealed class HttpFlow(RunMode mode = RunMode.Straight)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    public EngineHost Host { get; } = new(mode, ComplaintActivities.Registry());

    /// <summary>Adds an activity; the text is its JSON, where a plain value of an input stands for a literal and <c>js:</c> begins a script.</summary>
    public HttpFlow Add(string id, string type, string json = "{}", bool starts = false)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node["id"] = id;
        node["type"] = type;
        node["version"] = 1;
        if (starts) node["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        _activities.Add(node);
        return this;
    }

    /// <summary>Adds a line that says where the flow came by.</summary>
    public HttpFlow Line(string text) => Add(text, "Elsa.WriteLine", new JsonObject { ["text"] = Literal(text) }.ToJsonString());

    public HttpFlow Variable(string name, string type = "Object")
    {
        _variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type });
        return this;
    }

    /// <summary>Connects a chain: <c>"a", "b.Port", "c"</c> goes from a's Done to b, and from b's Port to c.</summary>
    public HttpFlow Chain(params string[] chain)
    {
        foreach (var (from, to) in chain.Zip(chain.Skip(1)))
        {
            var source = from.Split('.');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.ElementAtOrDefault(1) ?? "Done" },
                ["target"] = new JsonObject { ["activity"] = to.Split('.')[0], ["port"] = "In" },
            });
        }
        return this;
    }

    public WorkflowDefinition Definition() => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = "http-v1",
        ["definitionId"] = "http",
        ["name"] = "HTTP",
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = _variables.DeepClone(),
        ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone() },
    }.ToJsonString()));

    public WorkflowGraph Compile() => Host.Compiler.Compile(Definition(), Host.Definitions);

    /// <summary>The one fault that compiling finds.</summary>
    public string Fault() => Should.Throw<InvalidDefinitionException>(Compile).Errors.ShouldHaveSingleItem().Message;

    /// <summary>Starts it by hand.</summary>
    public Task<WorkflowInstance> StartAsync() => Host.StartAsync(Definition());

    /// <summary>Starts it by a request to its first endpoint.</summary>
    public Burst Ask(HttpRequestData request, HttpReplySlot? slot = null)
    {
        var graph = Compile();
        var trigger = graph.Triggers.First(t => t.ActivityType == HttpEndpoint.TypeName);
        var options = new StartOptions { Trigger = new(trigger.NodePath, request.ToValue()) };
        return new WorkflowRunner(Host.Clock).Start(graph, options, slot is null ? null : new Asked { Reply = slot });
    }

    public static string Input(string value) => Literal(value).ToJsonString();

    public static HttpRequestData Request(string path = "orders/17", object? content = null, long length = 0) => new(
        "POST", path, new Dictionary<string, object?> { ["a"] = "1" }, new Dictionary<string, object?> { ["X-Source"] = "crm" },
        "application/json", content, length);

    private static JsonObject Literal(string value) => new()
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = value.StartsWith("js:", StringComparison.Ordinal) ? "JavaScript" : "Literal", ["value"] = value.StartsWith("js:", StringComparison.Ordinal) ? value[3..] : value },
    };

    private sealed class Asked : IHttpReply
    {
        public HttpReplySlot? Reply { get; set; }
    }
}
