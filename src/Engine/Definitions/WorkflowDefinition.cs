using System.Text.Json;

namespace Bpm.Engine.Definitions;

/// <summary>One version of a workflow as Elsa 3 JSON. Immutable and lossless: properties unknown to this engine survive reading and writing.</summary>
public sealed class WorkflowDefinition : IEquatable<WorkflowDefinition>
{
    private readonly byte[] _json;

    private WorkflowDefinition(JsonElement json, byte[] canonical)
    {
        Json = json;
        _json = canonical;
        DefinitionId = json.GetProperty("definitionId").GetString()!;
        Name = Text(json, "name") ?? DefinitionId;
        Description = Text(json, "description") ?? "";
        Version = json.TryGetProperty("version", out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt32() : 1;
        Id = Text(json, "id") ?? $"{DefinitionId}-v{Version}";
        IsLatest = Flag(json, "isLatest");
        IsPublished = Flag(json, "isPublished");
    }

    /// <summary>Version id: unique over all definitions and versions.</summary>
    public string Id { get; }

    /// <summary>Id that all versions of this workflow share.</summary>
    public string DefinitionId { get; }

    /// <summary>Name shown to staff; the definition id where none is given.</summary>
    public string Name { get; }

    /// <summary>What it is for; empty where nobody wrote it.</summary>
    public string Description { get; }

    /// <summary>Version number, from 1.</summary>
    public int Version { get; }

    /// <summary>Is this the newest version?</summary>
    public bool IsLatest { get; }

    /// <summary>Is this the version that new instances run?</summary>
    public bool IsPublished { get; }

    /// <summary>The whole definition. Read only.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a definition.</summary>
    /// <exception cref="InvalidDefinitionException">The text is no Elsa 3 workflow definition; the message says why, in Chinese.</exception>
    public static WorkflowDefinition Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var json = DefinitionText.Read(utf8Json);
        Check(json);
        return new(json, DefinitionWriter.Write(json, EmptyChanges));
    }

    /// <summary>The definition as canonical UTF-8 JSON: two equal definitions give the same bytes.</summary>
    public byte[] ToJson() => [.. _json];

    /// <summary>The same workflow as another version.</summary>
    public WorkflowDefinition With(string id, int version, bool isLatest, bool isPublished) => With(new Dictionary<string, object>
    {
        ["id"] = id, ["version"] = version, ["isLatest"] = isLatest, ["isPublished"] = isPublished,
    });

    public bool Equals(WorkflowDefinition? other) => other is not null && _json.AsSpan().SequenceEqual(other._json);

    public override bool Equals(object? obj) => Equals(obj as WorkflowDefinition);

    public override int GetHashCode() => HashCode.Combine(Id, _json.Length);

    private static readonly Dictionary<string, object> EmptyChanges = [];

    private WorkflowDefinition With(Dictionary<string, object> changes) => Parse(DefinitionWriter.Write(Json, changes));

    private static void Check(JsonElement json)
    {
        if (!json.TryGetProperty("root", out var root))
        {
            var why = json.TryGetProperty("model", out _) ? "这是 Studio 的保存请求，请取出其中的 model。"
                : json.TryGetProperty("activities", out _) ? "这像是 Elsa 2 的定义（没有 root），请在 Elsa 3 中重新绘制。"
                : "缺少 root。";
            throw new InvalidDefinitionException("root", null, "不是 Elsa 3 流程定义：" + why);
        }
        if (root.ValueKind != JsonValueKind.Object || Text(root, "type") is null)
            throw new InvalidDefinitionException("root.type", null, "不是 Elsa 3 流程定义：root 应是一个带 type 的活动。");
        if (string.IsNullOrWhiteSpace(Text(json, "definitionId")))
            throw new InvalidDefinitionException("definitionId", null, "不是 Elsa 3 流程定义：缺少 definitionId。");
        if (json.TryGetProperty("version", out var version) && (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var n) || n < 0))
            throw new InvalidDefinitionException("version", null, "version 应是一个整数。");
        foreach (var name in (string[])["variables", "inputs", "outputs", "outcomes"])
            if (json.TryGetProperty(name, out var list) && list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                throw new InvalidDefinitionException(name, null, $"{name} 应是一个数组。");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } s ? s : null;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.True;
}
