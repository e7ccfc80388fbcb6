using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Expressions;

/// <summary>What may be kept in a variable. Values are never changed in place, so they can be shared.</summary>
internal static class VariableValues
{
    private const int MaxText = 1_000_000;
    private const int MaxDepth = 64;

    public static object?[] Initial(ActivityNode node)
    {
        var slots = new object?[node.Variables.Length];
        for (var i = 0; i < slots.Length; i++) slots[i] = node.Variables[i].Default;
        return slots;
    }

    /// <exception cref="ActivityFaultException">The value does not fit the variable.</exception>
    public static object? Convert(Variable variable, object? value)
    {
        if (value is JsonElement or JsonNode) value = Storable(value, variable.Name);
        if (value is null) return null;
        try
        {
            if (!variable.IsArray) return Storable(ValueConverter.To(variable.TypeName, value), variable.Name);
            var items = ValueConverter.To<IReadOnlyList<object?>>(value)!;
            return Storable(items.Select(item => ValueConverter.To(variable.TypeName, item)).ToList(), variable.Name);
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException($"变量 “{variable.Name}”（{variable.TypeName}）：{e.Message}", e);
        }
    }

    /// <summary>Brings a value into a form that can be stored.</summary>
    /// <exception cref="ActivityFaultException">It cannot be stored.</exception>
    public static object? Storable(object? value, string name, int depth = 0)
    {
        switch (value)
        {
            case string { Length: > MaxText }:
                throw new ActivityFaultException($"变量 “{name}” 的文本超过 {MaxText} 个字符。");
            case null or bool or int or long or double or decimal or DateTimeOffset or TimeSpan or Guid:
                return value;
            case string text:
                return WellFormed(text);
            case JsonElement json:
                return Storable(JsonValues.Read(json), name, depth);
            case JsonNode json:
                return Storable(JsonValues.TryParse(json.ToJsonString(), out var parsed) ? parsed : null, name, depth);
            case byte[] bytes:
                return bytes.Length <= MaxText ? bytes : throw new ActivityFaultException($"变量 “{name}” 的数据超过 {MaxText} 字节。");
            case char c:
                return WellFormed(c.ToString());
            case uint u:
                return (long)u;
            case ulong u:
                return u <= long.MaxValue ? (object)(long)u : (decimal)u;
            case DateTime d:
                return new DateTimeOffset(d.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(d, DateTimeKind.Utc) : d);
            case float f:
                return (double)f;
            case Enum e:
                return e.ToString();
            case byte or short or ushort or sbyte:
                return System.Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
        }
        if (depth == MaxDepth) throw new ActivityFaultException($"变量 “{name}” 的值嵌套超过 {MaxDepth} 层。");
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                return Map(map.Select(p => KeyValuePair.Create(p.Key, p.Value)), name, depth);
            case IDictionary map:
                return Map(Items(map), name, depth);
            case IEnumerable list:
                return list.Cast<object?>().Select(item => Storable(item, name, depth + 1)).ToList();
            default:
                throw new ActivityFaultException($"变量 “{name}” 不能保存类型为 {value.GetType().Name} 的值。");
        }
    }

    private static Dictionary<string, object?> Map(IEnumerable<KeyValuePair<string, object?>> items, string name, int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, item) in items) map[WellFormed(key)] = Storable(item, name, depth + 1);
        return map;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Items(IDictionary map)
    {
        foreach (DictionaryEntry item in map) yield return KeyValuePair.Create(ValueConverter.ToText(item.Key), item.Value);
    }

    /// <summary>Half a surrogate pair cannot be stored as UTF-8; it is replaced when set, so that the value is the same before and after a wait.</summary>
    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
