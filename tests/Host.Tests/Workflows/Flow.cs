using System.Text;
using System.Text.Json.Nodes;

namespace Bpm.Host.Tests.Workflows;

/// <summary>A small workflow that no case starts, as Elsa's designer would store it.</summary>
internal sealed class Flow(string id)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private string? _last;

    /// <summary>Adds an activity behind the one before; the text is the JSON of its inputs, in which <c>js:</c> begins a script.</summary>
    public Flow Then(string name, string type, string inputs = "{}", string port = "Done", bool starts = false)
    {
        var node = JsonNode.Parse(inputs)!.AsObject();
        foreach (var (input, value) in node.ToList())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var script) && script.StartsWith("js:", StringComparison.Ordinal))
                node[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script[3..] } };
        }

        (node["id"], node["type"], node["version"]) = (name, type, 1);
        if (starts)
            node["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        _activities.Add(node);
        if (_last is not null)
        {
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = _last, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = name, ["port"] = "In" },
            });
        }

        _last = name;
        return this;
    }

    /// <summary>What follows comes behind this activity.</summary>
    public Flow From(string name)
    {
        _last = name;
        return this;
    }

    /// <summary>Adds an endpoint; the first one starts the workflow.</summary>
    public Flow Endpoint(string path, string method = "POST", string more = "")
    {
        var name = "endpoint" + _activities.Count;
        var body = Variable("body");
        return Then(
            name, "Elsa.HttpEndpoint", $$"""
            {"path": "{{path}}", "supportedMethods": ["{{method}}"], "parsedContent": {{body}}, "routeData": {{Variable("route")}},
             "queryStringData": {{Variable("query")}}, "headers": {{Variable("headers")}} {{more}} }
            """,
            starts: _activities.Count == 0);
    }

    /// <summary>Adds an answer.</summary>
    public Flow Answer(string content, string more = "") =>
        Then("answer" + _activities.Count, "Elsa.WriteHttpResponse", $$"""{"content": {{JsonValue.Create(content).ToJsonString()}} {{more}} }""");

    /// <summary>A variable as the binding of an output.</summary>
    public string Variable(string name)
    {
        if (!_variables.Any(known => known!["name"]!.GetValue<string>() == name))
            _variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Object" });
        return $$"""{"typeName":"Object","memoryReference":{"id":"{{name}}"} }""";
    }

    /// <summary>Declares a variable.</summary>
    public Flow Declare(string name)
    {
        _ = Variable(name);
        return this;
    }

    public byte[] Build() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = id + "-v1",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = _variables,
        ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = _activities, ["connections"] = _connections },
    }.ToJsonString());
}
