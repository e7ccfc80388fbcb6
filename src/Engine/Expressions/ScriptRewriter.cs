using System.Text;

namespace Bpm.Engine.Expressions;

/// <summary>Brings template strings, arrow functions, let and const to ES5, which is what the engine understands; refuses other ES6 by name.</summary>
internal static class ScriptRewriter
{
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["class"] = "class", ["async"] = "async", ["await"] = "await", ["yield"] = "yield", ["import"] = "import", ["export"] = "export",
        ["..."] = "展开运算符 ...", ["?."] = "可选链 ?.", ["??"] = "空值合并 ??", ["**"] = "乘方 **",
    };

    /// <exception cref="FormatException">The script uses what cannot be brought to ES5.</exception>
    public static string Rewrite(string source) => Rewrite(ScriptTokens.Of(source));

    /// <summary>The same of a script that is in pieces; changes the list.</summary>
    public static string Rewrite(List<ScriptToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is ScriptTokenKind.Value or ScriptTokenKind.End) continue;
            var isMember = i > 0 && tokens[i - 1].Text == "." || i + 1 < tokens.Count && tokens[i + 1].Text == ":";
            if (!isMember && Refused.TryGetValue(token.Text, out var name))
                throw new FormatException($"脚本不支持 {name}（只支持 ES5 语法、模板字符串和简单的箭头函数）。");
            if (token is { Kind: ScriptTokenKind.Word, Text: "let" or "const" } && !isMember) tokens[i] = token with { Text = "var" };
            if (token is { Kind: ScriptTokenKind.Word, Text: "of" } && i > 0 && tokens[i - 1].Kind == ScriptTokenKind.Word && !isMember)
                throw new FormatException("脚本不支持 for…of，请用 forEach 或普通 for 循环。");
        }
        // From the last to the first: inner arrows first.
        for (var i = tokens.Count - 1; i >= 0; i--)
            if (tokens[i] is { Kind: ScriptTokenKind.Sign, Text: "=>" }) i = Arrow(tokens, i);
        var text = new StringBuilder();
        foreach (var token in tokens) text.Append(token.Space).Append(token.Text);
        return text.ToString();
    }

    private static int Arrow(List<ScriptToken> tokens, int arrow)
    {
        var start = arrow - 1;
        if (start >= 0 && tokens[start].Text == ")")
            while (start >= 0 && tokens[start].Text != "(") start--;
        if (start < 0) throw Complicated();
        var parameters = tokens[start..arrow].Where(t => t.Text is not ("(" or ")" or ",")).ToList();
        if (parameters.Exists(p => p.Kind != ScriptTokenKind.Word)) throw Complicated();

        var isBlock = tokens[arrow + 1] is { Kind: ScriptTokenKind.Sign, Text: "{" };
        var end = isBlock ? EndOfBlock(tokens, arrow + 1) : EndOfExpression(tokens, arrow + 1);
        var body = new StringBuilder();
        for (var i = arrow + 1; i < end; i++)
        {
            if (tokens[i] is { Kind: ScriptTokenKind.Word, Text: "this" or "arguments" }) throw Complicated();
            body.Append(tokens[i].Space).Append(tokens[i].Text);
        }
        var head = $"(function({string.Join(',', parameters.Select(p => p.Text))})";
        var text = isBlock ? $"{head}{body})" : $"{head}{{return ({body}\n);}})";
        var replaced = new ScriptToken(tokens[start].Space, text, ScriptTokenKind.Value);
        tokens.RemoveRange(start, end - start);
        tokens.Insert(start, replaced);
        return start;
    }

    private static int EndOfBlock(List<ScriptToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (IsOpen(tokens[i])) depth++;
            if (IsClose(tokens[i]) && --depth == 0) return i + 1;
        }
        throw new FormatException("脚本中的括号没有结束。");
    }

    private static int EndOfExpression(List<ScriptToken> tokens, int from)
    {
        var (depth, questions) = (0, 0);
        for (var i = from; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == ScriptTokenKind.End) return i;
            if (depth == 0 && (IsClose(token) || token is { Kind: ScriptTokenKind.Sign, Text: "," or ";" })) return i;
            if (depth == 0 && token is { Kind: ScriptTokenKind.Sign, Text: "?" }) questions++;
            if (depth == 0 && token is { Kind: ScriptTokenKind.Sign, Text: ":" } && questions-- == 0) return i;
            if (IsOpen(token)) depth++;
            if (IsClose(token)) depth--;
        }
        return tokens.Count;
    }

    private static bool IsOpen(ScriptToken token) => token is { Kind: ScriptTokenKind.Sign, Text: "(" or "[" or "{" };

    private static bool IsClose(ScriptToken token) => token is { Kind: ScriptTokenKind.Sign, Text: ")" or "]" or "}" };

    private static FormatException Complicated() => new("脚本中的箭头函数过于复杂（参数须为普通名称，不能用 this），请改写为 function。");
}
