using System.Collections;
using Bpm.Engine.Incidents;
using JsEngine = Jint.Engine;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;

namespace Bpm.Engine.Expressions;

/// <summary>Values into and out of a script engine. Scripts see plain JavaScript values only, never an object of this program.</summary>
internal sealed class ScriptValues(JsEngine engine, ScriptLimits limits)
{
    private const int MaxDepth = 64;
    private static readonly JsValue[] NoArguments = [];
    private int _count;

    public JsValue In(object? value, int depth = 0)
    {
        switch (value)
        {
            case null: return JsValue.Null;
            case bool b: return b ? JsValue.True : JsValue.False;
            case string s: return new JsValue(Checked(s));
            case double d: return new JsValue(d);
            case int or long or decimal: return new JsValue(ValueConverter.ToDouble(value));
            case DateTimeOffset t: return engine.Date.Construct(t);
            case IReadOnlyDictionary<string, object?> map:
                CheckDepth(depth);
                var target = engine.Object.Construct(NoArguments);
                foreach (var (k, v) in map) target.Put(k, In(v, depth + 1), false);
                return new JsValue(target);
            case IEnumerable list:
                CheckDepth(depth);
                var array = engine.Array.Construct(NoArguments);
                foreach (var item in list) engine.Array.PrototypeObject.Push(array, [In(item, depth + 1)]);
                return new JsValue(array);
            default: return new JsValue(Checked(ValueConverter.ToText(value)));
        }
    }

    /// <exception cref="ActivityFaultException">The value is too large, too deep, or no value.</exception>
    public object? Out(JsValue value)
    {
        _count = 0;
        return Out(value, 0);
    }

    private object? Out(JsValue value, int depth)
    {
        if (++_count > limits.MaxValues) throw new ActivityFaultException($"脚本的结果超过 {limits.MaxValues} 个值。");
        if (value.IsNull() || value.IsUndefined()) return null;
        if (value.IsBoolean()) return value.AsBoolean();
        if (value.IsNumber()) return value.AsNumber();
        if (value.IsString()) return Checked(value.AsString());
        if (value.IsDate())
        {
            var time = value.AsDate().PrimitiveValue;
            return double.IsNaN(time) ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)time);
        }
        if (value.IsRegExp()) return value.ToString();
        CheckDepth(depth);
        var instance = value.AsObject();
        if (instance is ArrayInstance array) return Items(array, depth);
        if (instance.Class is "Boolean" or "Number" or "String") return Out(instance.DefaultValue(Jint.Runtime.Types.None), depth + 1);
        if (instance.Class == "Function") throw new ActivityFaultException("脚本的结果不能是函数。");
        return Properties(instance, depth);
    }

    private List<object?> Items(ArrayInstance array, int depth)
    {
        var length = (long)array.Get("length").AsNumber();
        if (length > limits.MaxValues) throw new ActivityFaultException($"脚本的结果超过 {limits.MaxValues} 个值。");
        var list = new List<object?>((int)length);
        for (var i = 0; i < length; i++)
            list.Add(Out(array.Get(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), depth + 1));
        return list;
    }

    private Dictionary<string, object?> Properties(ObjectInstance instance, int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, property) in instance.GetOwnProperties().ToList())
            if (property.Enumerable == true) map[name] = Out(instance.Get(name), depth + 1);
        return map;
    }

    private string Checked(string text) => text.Length <= limits.MaxText
        ? text
        : throw new ActivityFaultException($"脚本中的文本超过 {limits.MaxText} 个字符。");

    private static void CheckDepth(int depth)
    {
        if (depth > MaxDepth) throw new ActivityFaultException($"脚本中的值嵌套超过 {MaxDepth} 层。");
    }
}
