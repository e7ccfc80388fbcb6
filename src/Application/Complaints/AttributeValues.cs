using System.Text.Json;

namespace Bpm.Application.Complaints;

/// <summary>Attributes of a request as the domain takes them: texts.</summary>
internal static class AttributeValues
{
    /// <summary>Text or number of each; what is null is blank. Anything else keeps its JSON and is refused by the declared type.</summary>
    public static IReadOnlyDictionary<string, string>? Of(IReadOnlyDictionary<string, JsonElement>? attributes) =>
        attributes?.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.ValueKind switch
        {
            JsonValueKind.String => attribute.Value.GetString()!,
            JsonValueKind.Null => "",
            _ => attribute.Value.GetRawText(),
        });
}
