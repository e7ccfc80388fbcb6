using Bpm.Engine.Incidents;
using JsEngine = Jint.Engine;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Bpm.Engine.Expressions;

/// <summary>Puts limits on JavaScript's own functions that loop or grow inside one call, where the engine's limits do not reach.</summary>
internal static class ScriptBuiltIns
{
    private const double MaxLength = 100_000;
    private const double MaxText = 10_000_000;

    public static void Harden(JsEngine engine)
    {
        foreach (var (name, property) in engine.Array.PrototypeObject.GetOwnProperties().ToList())
            if (name != "constructor" && property.Value is { } value && value.Is<ICallable>())
                Wrap(engine, engine.Array.PrototypeObject, name, (self, arguments) => CheckArray(self, name, arguments));
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

    private static void CheckArray(JsValue self, string name, JsValue[] arguments)
    {
        if (!self.IsObject()) return;
        var length = self.AsObject().Get("length");
        if (!length.IsNumber()) return;
        var separator = name == "join" && arguments.Length > 0 && arguments[0].IsString() ? arguments[0].AsString().Length : 0;
        if (length.AsNumber() > MaxLength || length.AsNumber() * separator > MaxText)
            throw new ActivityFaultException($"脚本中的数组超过 {MaxLength} 项。");
    }

    private static void CheckReplace(JsValue self, JsValue[] arguments)
    {
        if (arguments.Length < 2 || !self.IsString() || !arguments[1].IsString()) return;
        if ((double)self.AsString().Length * arguments[1].AsString().Length > MaxText)
            throw new ActivityFaultException("脚本中的文本过长。");
    }
}
