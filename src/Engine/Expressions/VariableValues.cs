using System.Collections;
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
            case null or bool or int or long or double or decimal or string or DateTimeOffset or TimeSpan or Guid:
                return value;
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
                return map.ToDictionary(p => p.Key, p => Storable(p.Value, name, depth + 1), StringComparer.Ordinal);
            case IEnumerable list:
                return list.Cast<object?>().Select(item => Storable(item, name, depth + 1)).ToList();
            default:
                throw new ActivityFaultException($"变量 “{name}” 不能保存类型为 {value.GetType().Name} 的值。");
        }
    }
}
