using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bpm.Persistence.Columns;

/// <summary>An immutable value as JSON text.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
    where T : class
{
    private static string Write(T value) => JsonSerializer.Serialize(value, ColumnJson.Options);

    private static T Read(string text) => JsonSerializer.Deserialize<T>(text, ColumnJson.Options)!;
}
