using System.Text;

namespace Bpm.Engine.Expressions;

/// <summary>Cuts a script into pieces, enough to find template strings and arrow functions without being fooled by texts and comments.</summary>
internal sealed class ScriptTokens(string source)
{
    private const int MaxBrackets = 100;

    private static readonly string[] Signs = ["=>", "...", "?.", "??", "**", "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "++", "--"];

    private static readonly HashSet<string> BeforeExpression = new(StringComparer.Ordinal)
    {
        "return", "typeof", "case", "in", "of", "delete", "void", "instanceof", "new", "else", "do", "throw",
    };

    private readonly List<ScriptToken> _tokens = [];
    private int _at;

    /// <exception cref="FormatException">A text, template string, comment or bracket does not end, or brackets nest too deep.</exception>
    public static List<ScriptToken> Of(string source)
    {
        var reader = new ScriptTokens(source);
        reader.ReadAll();
        return reader._tokens;
    }

    private void ReadAll()
    {
        var depth = 0;
        while (true)
        {
            var space = Space();
            if (_at == source.Length)
            {
                _tokens.Add(new(space, "", ScriptTokenKind.End));
                return;
            }
            var token = Next(space);
            if (token.Kind == ScriptTokenKind.Sign && token.Text is "(" or "[" or "{" && ++depth > MaxBrackets)
                throw new FormatException($"脚本中的括号嵌套超过 {MaxBrackets} 层。");
            if (token.Kind == ScriptTokenKind.Sign && token.Text is ")" or "]" or "}") depth--;
            _tokens.Add(token);
        }
    }

    private ScriptToken Next(string space)
    {
        var c = source[_at];
        if (char.IsLetter(c) || c is '_' or '$') return new(space, While(x => char.IsLetterOrDigit(x) || x is '_' or '$'), ScriptTokenKind.Word);
        if (char.IsDigit(c)) return new(space, While(x => char.IsLetterOrDigit(x) || x == '.'), ScriptTokenKind.Value);
        if (c is '"' or '\'') return new(space, Quoted(c), ScriptTokenKind.Value);
        if (c == '`') return new(space, Template(), ScriptTokenKind.Value);
        if (c == '/' && ExpectsExpression()) return new(space, Regex(), ScriptTokenKind.Value);
        foreach (var sign in Signs)
            if (string.CompareOrdinal(source, _at, sign, 0, sign.Length) == 0 && !(sign == "?." && _at + 2 < source.Length && char.IsDigit(source[_at + 2])))
            {
                _at += sign.Length;
                return new(space, sign, ScriptTokenKind.Sign);
            }
        return new(space, source[_at++].ToString(), ScriptTokenKind.Sign);
    }

    private bool ExpectsExpression() => _tokens.Count == 0 || _tokens[^1] switch
    {
        { Kind: ScriptTokenKind.Word, Text: var word } => BeforeExpression.Contains(word),
        { Kind: ScriptTokenKind.Sign, Text: ")" or "]" or "}" or "++" or "--" } => false,
        { Kind: ScriptTokenKind.Sign } => true,
        _ => false,
    };

    private string Space()
    {
        var start = _at;
        while (_at < source.Length)
        {
            if (char.IsWhiteSpace(source[_at]) || source[_at] == '\uFEFF') _at++;
            else if (Starts("//")) _at = source.IndexOf('\n', _at) is >= 0 and var end ? end : source.Length;
            else if (Starts("/*")) _at = source.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : throw Open("注释");
            else break;
        }
        return source[start.._at];
    }

    private string While(Predicate<char> fits)
    {
        var start = _at;
        while (_at < source.Length && fits(source[_at])) _at++;
        return source[start.._at];
    }

    private string Quoted(char quote)
    {
        var start = _at++;
        while (_at < source.Length && source[_at] != quote)
        {
            if (source[_at] == '\n') throw Open("文本");
            _at += source[_at] == '\\' ? 2 : 1;
        }
        if (_at >= source.Length) throw Open("文本");
        return source[start..++_at];
    }

    private string Regex()
    {
        var start = _at++;
        var inClass = false;
        while (_at < source.Length && (inClass || source[_at] != '/'))
        {
            if (source[_at] == '\n') throw Open("正则表达式");
            if (source[_at] == '[') inClass = true;
            if (source[_at] == ']') inClass = false;
            _at += source[_at] == '\\' ? 2 : 1;
        }
        if (_at >= source.Length) throw Open("正则表达式");
        _at++;
        While(char.IsLetter);
        return source[start.._at];
    }

    /// <summary>Makes <c>`a${b}c`</c> into <c>("a"+(b)+"c")</c>.</summary>
    private string Template()
    {
        if (_tokens.Count > 0 && !ExpectsExpression()) throw new FormatException("脚本不支持带标签的模板字符串。");
        var text = new StringBuilder("(\"");
        for (_at++; ; _at++)
        {
            if (_at >= source.Length) throw Open("模板字符串");
            var c = source[_at];
            if (c == '`') break;
            if (c == '$' && Starts("${"))
            {
                text.Append("\"+(").Append(ScriptRewriter.Rewrite(Hole())).Append(")+\"");
                continue;
            }
            switch (c)
            {
                case '\\' when _at + 1 < source.Length:
                    text.Append(c).Append(source[++_at]);
                    break;
                case '"': text.Append("\\\""); break;
                case '\n': text.Append("\\n"); break;
                case '\r': break;
                default: text.Append(c); break;
            }
        }
        _at++;
        return text.Append("\")").ToString();
    }

    /// <summary>
    /// The pieces between <c>${</c> and its closing bracket; leaves the place at that bracket. They are read once: to read their text again
    /// would double the work with every template inside a template.
    /// </summary>
    private List<ScriptToken> Hole()
    {
        var inner = new ScriptTokens(source) { _at = _at + 2 };
        for (var depth = 0; ;)
        {
            var space = inner.Space();
            if (inner._at >= source.Length) throw Open("模板字符串");
            if (source[inner._at] == '}' && depth == 0)
            {
                inner._tokens.Add(new(space, "", ScriptTokenKind.End));
                break;
            }
            var token = inner.Next(space);
            if (token is { Kind: ScriptTokenKind.Sign, Text: "{" }) depth++;
            if (token is { Kind: ScriptTokenKind.Sign, Text: "}" }) depth--;
            inner._tokens.Add(token);
        }
        _at = inner._at;
        return inner._tokens;
    }

    private bool Starts(string text) => string.CompareOrdinal(source, _at, text, 0, text.Length) == 0;

    private static FormatException Open(string what) => new($"脚本中的{what}没有结束。");
}
