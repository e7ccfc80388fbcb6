using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bpm.Persistence.Columns;

/// <summary>How values are written as JSON in columns. What is stored must stay readable: change this only by adding.</summary>
internal static class ColumnJson
{
    /// <summary>Chinese stays as it is: a third of the size, and readable in the database.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
