using Bpm.Engine.Incidents;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Function;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JsEngine = Jint.Engine;

namespace Bpm.Engine.Expressions;

/// <summary>Limits on <c>JSON.parse</c> and <c>JSON.stringify</c>, which recurse with the depth of what they are given.</summary>
internal static class ScriptJson
{
    private const int MaxDepth = 100;

    public static void Harden(JsEngine engine, ScriptWatch watch)
    {
        ScriptBuiltIns.Wrap(engine, watch, engine.Json, "parse", (_, arguments) =>
        {
            if (arguments.Length == 0) return;
            arguments[0] = new JsValue(TypeConverter.ToString(arguments[0]));
            CheckDepth(arguments[0].AsString());
        });
        var stringify = engine.Json.Get("stringify").As<FunctionInstance>();
        ScriptBuiltIns.Put(engine, engine.Json, "stringify", (self, arguments) =>
        {
            watch.Check();
            var replacer = new JsValue(new ClrFunctionInstance(engine, new Replacer(watch, arguments).Replace));
            return ScriptWatch.Checked(stringify.Call(
                self, [arguments.Length > 0 ? arguments[0] : JsValue.Undefined, replacer, arguments.Length > 2 ? arguments[2] : JsValue.Undefined]));
        });
    }

    private static void CheckDepth(string json)
    {
        var (depth, isText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '"': isText = !isText; break;
                case '\\' when isText: i++; break;
                case '[' or '{' when !isText && ++depth > MaxDepth: throw new ActivityFaultException($"脚本中的 JSON 嵌套超过 {MaxDepth} 层。");
                case ']' or '}' when !isText: depth--; break;
            }
        }
    }

    /// <summary>Is asked for every value that becomes JSON: looks at the limits, then does what the script's own replacer does.</summary>
    private sealed class Replacer(ScriptWatch watch, JsValue[] arguments)
    {
        private readonly ICallable? _function = arguments.Length > 1 ? arguments[1].TryCast<ICallable>() : null;
        private readonly HashSet<string>? _names = arguments.Length > 1 && arguments[1].TryCast<ArrayInstance>() is { } list ? Names(list) : null;
        private long _length;

        public JsValue Replace(JsValue holder, JsValue[] pair)
        {
            watch.Check();
            var (name, value) = (pair[0], pair[1]);
            if (_function is not null) value = _function.Call(holder, pair);
            else if (_names is not null && name.AsString().Length > 0 && !holder.Is<ArrayInstance>() && !_names.Contains(name.AsString())) return JsValue.Undefined;
            ScriptWatch.CheckLength(_length += value.IsString() ? value.AsString().Length : 1);
            return value;
        }

        private static HashSet<string> Names(ArrayInstance list)
        {
            var length = ScriptBuiltIns.CheckArray(new JsValue(list));
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < length; i++) names.Add(TypeConverter.ToString(list.Get(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            return names;
        }
    }
}
