using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Canonical text: two definitions that mean the same have the same bytes. Arrays keep their order, because the order of activities
/// and connections counts; properties of objects are sorted, except inside expression values, which are the author's data.
/// </summary>
internal static class DefinitionWriter
{
    private static readonly string[] Head =
    [
        "$schema", "id", "definitionId", "nodeId", "name", "description", "type", "createdAt", "version", "toolVersion", "isLatest", "isPublished",
    ];

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        MaxDepth = DefinitionText.MaxDepth + 8,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(JsonElement root, IReadOnlyDictionary<string, object> replaced)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            WriteObject(writer, root, replaced);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement element, IReadOnlyDictionary<string, object>? replaced = null)
    {
        writer.WriteStartObject();
        var names = element.EnumerateObject().Select(p => p.Name).ToList();
        if (replaced is not null)
            names.AddRange(replaced.Keys.Where(k => !names.Contains(k)));
        names.Sort(Compare);
        foreach (var name in names)
        {
            writer.WritePropertyName(name);
            if (replaced is not null && replaced.TryGetValue(name, out var value))
                JsonSerializer.Serialize(writer, value, value.GetType());
            else if (name == "value")
                element.GetProperty(name).WriteTo(writer);
            else
                WriteValue(writer, element.GetProperty(name));
        }
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, element);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                // Raw text: 1.0 and 1E3 stay what the author wrote.
                writer.WriteRawValue(element.GetRawText());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static int Compare(string a, string b)
    {
        var (i, j) = (Rank(a), Rank(b));
        return i != j ? i.CompareTo(j) : string.CompareOrdinal(a, b);
    }

    private static int Rank(string name)
    {
        var i = Array.IndexOf(Head, name);
        if (i >= 0) return i;
        // The drawing comes last: a reader of the file wants the settings first.
        return name switch { "root" => 200, "activities" => 201, "connections" => 202, _ => 100 };
    }
}
