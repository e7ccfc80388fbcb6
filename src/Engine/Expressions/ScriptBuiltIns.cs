using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bpm.Engine.Incidents;
using JsEngine = Jint.Engine;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Bpm.Engine.Expressions;

/// <summary>Puts limits on JavaScript's own functions that loop or grow inside one call, where the engine's limits do not reach.</summary>
internal static class ScriptBuiltIns
{
    private const double MaxLength = 20_000;
    private const int MaxText = 2_000_000;

    public static void Harden(JsEngine engine)
    {
        foreach (var (name, property) in engine.Array.PrototypeObject.GetOwnProperties().ToList())
            if (name != "constructor" && property.Value is { } value && value.Is<ICallable>())
                Wrap(engine, engine.Array.PrototypeObject, name, (self, _) => CheckArray(self));
        // The engine's own join takes time and memory with the square of the length.
        engine.Array.PrototypeObject.FastAddProperty("join", new JsValue(new ClrFunctionInstance(engine, Join, 1)), true, false, true);
        Wrap(engine, engine.String.PrototypeObject, "replace", CheckReplace);
    }

    private static void Wrap(JsEngine engine, ObjectInstance owner, string name, Action<JsValue, JsValue[]> check)
    {
        var original = owner.Get(name).As<Jint.Native.Function.FunctionInstance>();
        owner.FastAddProperty(name, new JsValue(new ClrFunctionInstance(engine, (self, arguments) =>
        {
            check(self, arguments);
            return original.Call(self, arguments);
        })), true, false, true);
    }

    private static void CheckArray(JsValue self)
    {
        if (self.IsObject() && self.AsObject().Get("length") is var length && length.IsNumber() && length.AsNumber() > MaxLength)
            throw new ActivityFaultException($"脚本中的数组超过 {MaxLength} 项。");
    }

    private static JsValue Join(JsValue self, JsValue[] arguments)
    {
        CheckArray(self);
        if (!self.IsObject()) return new JsValue("");
        var separator = arguments.Length == 0 || arguments[0].IsUndefined() ? "," : TypeConverter.ToString(arguments[0]);
        var array = self.AsObject();
        var length = (int)TypeConverter.ToUint32(array.Get("length"));
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (i > 0) text.Append(separator);
            var item = array.Get(i.ToString(CultureInfo.InvariantCulture));
            if (!item.IsNull() && !item.IsUndefined()) text.Append(TypeConverter.ToString(item));
            if (text.Length > MaxText) throw new ActivityFaultException("脚本中的文本过长。");
        }
        return new JsValue(text.ToString());
    }

    private static void CheckReplace(JsValue self, JsValue[] arguments)
    {
        if (arguments.Length < 2 || !self.IsString() || !arguments[1].IsString()) return;
        if ((long)self.AsString().Length * arguments[1].AsString().Length > MaxText)
            throw new ActivityFaultException("脚本中的文本过长。");
    }
}
