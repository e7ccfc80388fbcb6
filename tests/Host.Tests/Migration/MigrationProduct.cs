using System.Text;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Migration;

/// <summary>A product whose definitions change while cases run.</summary>
public abstract class MigrationProduct(string clockStart, bool sockets = false) : RunningProduct(clockStart, sockets)
{
    /// <summary>Id of the definition that handles sample C02.</summary>
    public const string MeterData = "xx-water-meter-data";

    /// <summary>Publishes a shipped definition as somebody changed it. Gives its version number.</summary>
    public async Task<int> PublishAsync(string organisation, string name, Action<JsonNode> change)
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("workflow-definitions", organisation, name + ".json")))!;
        change(definition);
        return await PublishAsync(organisation, Encoding.UTF8.GetBytes(definition.ToJsonString()));
    }

    /// <summary>Publishes a definition file. Gives its version number.</summary>
    public async Task<int> PublishAsync(string organisation, byte[] file)
    {
        var answer = await Host.ImportAsync(organisation, file);
        answer.IsRefused.ShouldBeFalse(answer.IsRefused ? answer.Refusal.Message + string.Join(' ', answer.Refusal.Errors.Values.SelectMany(t => t)) : "");
        return answer.Value.Versions.ShouldHaveSingleItem().Number;
    }

    /// <summary>Asks for a plan, a dry run (<c>/dry-run</c>) or a migration (empty).</summary>
    public async Task<Answer> AskAsync(string user, string definitionId, string what, JsonObject body) =>
        await (await AsAsync(user)).PostAsync($"/api/definitions/{definitionId}/migrations{what}", body);

    /// <summary>Order for some instances.</summary>
    public static JsonObject Order(int from, int to, params JsonNode[] cases) => new()
    {
        ["from"] = from, ["to"] = to, ["reason"] = "新版增加了复核步骤",
        ["instances"] = new JsonArray([.. cases.Select(known => (JsonNode)InstanceOf(known))]),
    };

    /// <summary>The case's instance.</summary>
    public static string InstanceOf(JsonNode known) => Read.Text(known["workflow"]!["instanceId"]);

    /// <summary>The version that the case runs on.</summary>
    public static int VersionOf(JsonNode known) => known["workflow"]!["version"]!.GetValue<int>();

    /// <summary>The one result of an answer.</summary>
    public static JsonNode Result(Answer answer) => Read.Items(answer.Expect(200).Json["results"]).ShouldHaveSingleItem();

    /// <summary>An activity of a definition by its id.</summary>
    public static JsonNode Activity(JsonNode definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Single(activity => Read.Text(activity!["id"]) == id)!;
}
