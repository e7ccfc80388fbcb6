using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Definitions;

/// <summary>A definition in an editor: what was read, the revision it came with, and saving it.</summary>
internal sealed class Drawing
{
    public const string RevisionHeader = "x-bpm-revision";

    private readonly ApiClient _client;

    private Drawing(ApiClient client, Answer answer, JsonObject model) => (_client, Model, Revision) = (client, model, RevisionOf(answer));

    /// <summary>The definition as the server gave it last, and as the editor changed it since.</summary>
    public JsonObject Model { get; private set; }

    public long Revision { get; private set; }

    public int Version => Model["version"]!.GetValue<int>();

    public bool IsPublished => Model["isPublished"]!.GetValue<bool>();

    /// <summary>Opens the newest version.</summary>
    public static async Task<Drawing> OpenAsync(ApiClient client, string definitionId)
    {
        var answer = (await client.GetAsync($"{Elsa.Base}/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest")).Expect(200);
        return new(client, answer, answer.Json.AsObject());
    }

    /// <summary>Imports a file as a draft.</summary>
    public static async Task<Drawing> ImportAsync(ApiClient client, byte[] file)
    {
        var answer = (await client.PostTextAsync(Elsa.Base + "/workflow-definitions/import", Encoding.UTF8.GetString(file))).Expect(200);
        return new(client, answer, answer.Json.AsObject());
    }

    /// <summary>Saves as the editor does; the server's answer takes the place of what was drawn where it was taken.</summary>
    public async Task<Answer> SaveAsync(bool publish = false, bool withRevision = true)
    {
        using var content = new StringContent(new JsonObject { ["model"] = Model.DeepClone(), ["publish"] = publish }.ToJsonString(), Encoding.UTF8, "application/json");
        if (withRevision)
            content.Headers.Add(RevisionHeader, Revision.ToString(CultureInfo.InvariantCulture));
        var answer = await _client.SendAsync(HttpMethod.Post, Elsa.Base + "/workflow-definitions", content, null);
        if (answer.Headers.ContainsKey(RevisionHeader))
            Revision = RevisionOf(answer);
        if (answer.Status == HttpStatusCode.OK)
            Model = answer.Json["workflowDefinition"]!.AsObject();
        return answer;
    }

    private static long RevisionOf(Answer answer) => long.Parse(answer.Headers[RevisionHeader], CultureInfo.InvariantCulture);
}
