using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Definitions;

/// <summary>The shipped meter-data process with one more human step: after the department's answer the manager looks once more.</summary>
public static class MeterDataWithSecondLook
{
    /// <summary>Code of the new step; its one outcome is Confirmed.</summary>
    public const string NewStep = "second-look";

    /// <summary>The definition, UTF-8.</summary>
    public static byte[] Build()
    {
        var definition = JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", "xx-water", "meter-data.json")))!;
        var root = definition["root"]!;
        var activities = root["activities"]!.AsArray();
        var step = TaskOf("common-call-department.json", "call-department");
        step["id"] = NewStep;
        step["nodeId"] = $"xx-water-meter-data:flow:{NewStep}";
        step["name"] = "SecondLook1";
        step["step"]!["expression"]!["value"] = NewStep;
        step["title"]!["expression"]!["value"] = "经理再看一遍";
        step["candidates"]!["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"role:manager\"]" };
        step["outcomes"]!["expression"]!["value"] = "[\"Confirmed\"]";
        step.Remove("form");
        activities.Add((JsonNode)step);
        var connections = root["connections"]!.AsArray();
        var answered = connections.Single(connection =>
            Read.Text(connection!["source"]!["activity"]) == "department-answer" && connection["source"]!["port"]?.GetValue<string>() == "Answered")!;
        var target = answered["target"]!.DeepClone();
        answered["target"]!["activity"] = NewStep;
        connections.Add((JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = NewStep, ["port"] = "Confirmed" }, ["target"] = target, ["vertices"] = new JsonArray(),
        });
        return Encoding.UTF8.GetBytes(definition.ToJsonString());
    }

    private static JsonObject TaskOf(string file, string id) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", "xx-water", file)))!["root"]!["activities"]!.AsArray()
            .Single(activity => Read.Text(activity!["id"]) == id)!.DeepClone().AsObject();
}
