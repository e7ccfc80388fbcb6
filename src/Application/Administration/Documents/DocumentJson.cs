using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bpm.Application.Administration.Documents;

/// <summary>How changed documents are read and written: the same content is always the same bytes.</summary>
internal static class DocumentJson
{
    private static readonly JsonSerializerOptions _format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonObject Read(byte[] json) => JsonNode.Parse(json, documentOptions: _lenient)!.AsObject();

    public static byte[] Write(JsonObject root) => Encoding.UTF8.GetBytes(root.ToJsonString(_format) + "\n");

    /// <summary>A text, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Writes a text, or takes the property away where there is none.</summary>
    public static void Put(this JsonObject item, string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            item.Remove(name);
        else
            item[name] = text.Trim();
    }

    /// <summary>Writes a flag, or takes the property away where it says what is meant without it.</summary>
    public static void Put(this JsonObject item, string name, bool flag, bool usual)
    {
        if (flag == usual)
            item.Remove(name);
        else
            item[name] = flag;
    }

    /// <summary>Writes a list of texts.</summary>
    public static void Put(this JsonObject item, string name, IEnumerable<string> texts) => item[name] = List(texts);

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
