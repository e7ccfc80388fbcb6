using Bpm.Engine.Incidents;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using JsEngine = Jint.Engine;

namespace Bpm.Engine.Expressions;

/// <summary>Puts limits on JavaScript's own functions that loop, recurse or grow inside one call, where the engine's limits do not reach.</summary>
internal static class ScriptBuiltIns
{
    private const double MaxLength = 20_000;

    public static void Harden(JsEngine engine, ScriptWatch watch)
    {
        foreach (var name in (string[])["eval", "Function"]) engine.Global.RemoveOwnProperty(name);
        // The way to them that is left: (function () {}).constructor.
        engine.Function.PrototypeObject.FastAddProperty("constructor", JsValue.Undefined, false, false, false);

        var arrays = engine.Array.PrototypeObject;
        WrapAll(engine, watch, arrays, (self, _) => CheckArray(self));
        Wrap(engine, watch, arrays, "concat", (self, arguments) => CheckArrays([self, .. arguments]));
        WrapAll(engine, watch, engine.Function.PrototypeObject, Nothing);
        Wrap(engine, watch, engine.Function.PrototypeObject, "apply", (_, arguments) =>
        {
            if (arguments.Length > 1) CheckArray(arguments[1]);
        });
        WrapAll(engine, watch, engine.RegExp.PrototypeObject, Nothing);
        WrapAll(engine, watch, engine.Error.PrototypeObject, Nothing);
        WrapAll(engine, watch, engine.Object, Nothing);
        foreach (var name in (string[])["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"]) Wrap(engine, watch, engine.Global, name, Nothing);
        ScriptTexts.Harden(engine, watch);
        ScriptJson.Harden(engine, watch);
    }

    /// <summary>Replaces a function of an object by one that looks before and after.</summary>
    public static void Wrap(JsEngine engine, ScriptWatch watch, ObjectInstance owner, string name, Action<JsValue, JsValue[]> check)
    {
        if (owner.Get(name).TryCast<FunctionInstance>() is not { } original) return;
        Put(engine, owner, name, (self, arguments) =>
        {
            watch.Check();
            check(self, arguments);
            return ScriptWatch.Checked(original.Call(self, arguments));
        });
    }

    public static void WrapAll(JsEngine engine, ScriptWatch watch, ObjectInstance owner, Action<JsValue, JsValue[]> check)
    {
        foreach (var (name, property) in owner.GetOwnProperties().ToList())
            if (name is not ("constructor" or "prototype") && property.Value is { } value && value.Is<ICallable>())
                Wrap(engine, watch, owner, name, check);
    }

    public static void Put(JsEngine engine, ObjectInstance owner, string name, Func<JsValue, JsValue[], JsValue> function) =>
        owner.FastAddProperty(name, new JsValue(new ClrFunctionInstance(engine, function)), true, false, true);

    /// <exception cref="ActivityFaultException">The array, or what is used as one, is too long; or its length could change from one look to the next.</exception>
    public static uint CheckArray(JsValue self)
    {
        if (!self.IsObject()) return 0;
        var property = self.AsObject().GetProperty("length");
        if (property == PropertyDescriptor.Undefined) return 0;
        if (property.IsAccessorDescriptor() || property.Value is not { } value || value.IsObject())
            throw new ActivityFaultException("脚本中数组的 length 必须是数字。");
        var length = TypeConverter.ToUint32(value);
        return length <= MaxLength ? length : throw new ActivityFaultException($"脚本中的数组超过 {MaxLength} 项。");
    }

    private static void CheckArrays(JsValue[] arrays)
    {
        if (arrays.Sum(array => (double)CheckArray(array)) > MaxLength) throw new ActivityFaultException($"脚本中的数组超过 {MaxLength} 项。");
    }

    private static void Nothing(JsValue self, JsValue[] arguments)
    {
    }
}
