using System.Globalization;
using System.Text;
using Jint.Native;
using Jint.Native.RegExp;
using Jint.Runtime;
using JsEngine = Jint.Engine;

namespace Bpm.Engine.Expressions;

/// <summary>Limits on the functions that make long texts, or search in them.</summary>
internal static class ScriptTexts
{
    public static void Harden(JsEngine engine, ScriptWatch watch)
    {
        var texts = engine.String.PrototypeObject;
        ScriptBuiltIns.WrapAll(engine, watch, texts, (_, _) => { });
        ScriptBuiltIns.Wrap(engine, watch, texts, "concat", (self, arguments) =>
        {
            var length = Length(self);
            foreach (var argument in arguments) ScriptWatch.CheckLength(length += Length(argument));
        });
        foreach (var name in (string[])["match", "replace", "split"])
        {
            var function = name;
            ScriptBuiltIns.Wrap(engine, watch, texts, name, (self, arguments) =>
            {
                var matches = Matches(watch, self, arguments, always: function == "split");
                if (function == "replace") CheckReplacement(self, arguments, matches);
            });
        }

        // The engine's own join takes time and memory with the square of the length.
        foreach (var name in (string[])["join", "toLocaleString"])
            ScriptBuiltIns.Put(engine, engine.Array.PrototypeObject, name, (self, arguments) => Join(watch, self, arguments));
    }

    private static JsValue Join(ScriptWatch watch, JsValue self, JsValue[] arguments)
    {
        var separator = arguments.Length == 0 || arguments[0].IsUndefined() ? "," : TypeConverter.ToString(arguments[0]);
        var isText = self.IsString();
        var characters = isText ? self.AsString() : "";
        var length = isText ? (uint)characters.Length : ScriptBuiltIns.CheckArray(self);
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            watch.Check();
            if (i > 0) text.Append(separator);
            var item = isText ? new JsValue(characters[i].ToString()) : self.AsObject().Get(i.ToString(CultureInfo.InvariantCulture));
            if (!item.IsNull() && !item.IsUndefined()) text.Append(TypeConverter.ToString(item));
            ScriptWatch.CheckLength(text.Length);
        }

        return new JsValue(text.ToString());
    }

    /// <summary>
    /// Counts the matches of a regular expression, looking at the clock between two: the expression's own time limit holds for each match
    /// alone. The call itself then takes about as long.
    /// </summary>
    private static int Matches(ScriptWatch watch, JsValue self, JsValue[] arguments, bool always)
    {
        if (arguments.Length == 0 || arguments[0].TryCast<RegExpInstance>() is not { } expression || !expression.Global && !always) return 1;
        var text = TypeConverter.ToString(self);
        var count = 0;
        for (var match = expression.Value.Match(text); match.Success; match = match.NextMatch())
        {
            watch.Check();
            count++;
        }

        return count;
    }

    private static void CheckReplacement(JsValue self, JsValue[] arguments, int matches)
    {
        if (arguments.Length < 2 || arguments[1].Is<ICallable>()) return;
        // Once converted it is a text for good.
        var replacement = TypeConverter.ToString(arguments[1]);
        arguments[1] = new JsValue(replacement);
        var references = replacement.AsSpan().Count('$');
        var length = Length(self);
        ScriptWatch.CheckLength(length + (long)matches * replacement.Length + references * length);
    }

    private static long Length(JsValue value) => TypeConverter.ToString(value).Length;
}
