using System.Text;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Jint.Parser;
using Jint.Parser.Ast;

namespace Bpm.Engine.Expressions;

/// <summary>A script that was read, brought to ES5 and checked.</summary>
internal sealed class Script
{
    private Script(string source, Jint.Parser.Ast.Expression? expression, bool isTraceless, bool isBounded)
    {
        (Source, Body, IsTraceless, IsBounded) = (source, expression, isTraceless, isBounded);
    }

    /// <summary>A function expression whose call gives the script's value.</summary>
    public string Source { get; }

    /// <summary>The script as a single expression, or null where it has statements.</summary>
    public Jint.Parser.Ast.Expression? Body { get; }

    /// <summary>Cannot leave anything behind in its engine: may share one with other scripts.</summary>
    public bool IsTraceless { get; }

    /// <summary>Cannot run long or grow: needs no watching.</summary>
    public bool IsBounded { get; }

    /// <exception cref="FormatException">It is no script that runs here.</exception>
    /// <param name="leaves">Is it the script of an activity that it may tell its outcomes?</param>
    public static Script Compile(string source, CompileScope scope, ScriptHost host, bool leaves = false)
    {
        if (source.Length > host.Limits.MaxSource)
            throw new FormatException($"脚本超过 {host.Limits.MaxSource} 个字符。");
        // The parser recurses with the nesting of the text; a stack of its own keeps any text from taking the process down.
        Script? script = null;
        Exception? error = null;
        void Work()
        {
            try { script = Parse(source, scope, host, leaves); }
            catch (Exception e) { error = e; }
        }
        if (source.Length < 200) Work();
        else
        {
            var thread = new Thread(Work, 128 * 1024 * 1024);
            thread.Start();
            thread.Join();
        }
        return error switch
        {
            null => script!,
            FormatException => throw new FormatException(error.Message, error),
            // Past its last line: the parser met what is put around the script.
            ParserException e when e.LineNumber > source.Trim().Count(c => c == '\n') + 1 =>
                throw new FormatException("脚本有语法错误：到结尾还没有写完，缺少括号、引号或操作数，请补全。", e),
            ParserException e => throw new FormatException($"脚本第 {e.LineNumber} 行有语法错误（只支持 ES5 语法、模板字符串和简单的箭头函数）：{e.Description ?? e.Message}", e),
            _ => throw new FormatException($"脚本无法编译：{error.Message}", error),
        };
    }

    private static Script Parse(string source, CompileScope scope, ScriptHost host, bool leaves)
    {
        var text = ScriptRewriter.Rewrite(source).Trim();
        while (text.EndsWith(';')) text = text[..^1].TrimEnd();
        if (text.Length == 0) text = "null";
        var expression = TryParseExpression(text);
        var body = expression is not null ? $"return ({text}\n);" : WithResult(text);
        var function = (FunctionExpression)ParseExpression($"(function(){{{body}\n}})");
        var facts = ScriptFacts.Of(function);
        var prelude = Prelude(facts, scope, host, leaves);
        return new Script($"(function(){{{prelude}{body}\n}})", expression, facts.IsTraceless, facts.IsBounded);
    }

    private static Jint.Parser.Ast.Expression? TryParseExpression(string text)
    {
        try { return ParseExpression($"({text}\n)"); }
        catch (ParserException) { return null; }
    }

    private static Jint.Parser.Ast.Expression ParseExpression(string text) => ((ExpressionStatement)new JavaScriptParser().Parse(text).Body.Single()).Expression;

    /// <summary>Without a return statement the value of a script is that of its last statement.</summary>
    private static string WithResult(string text)
    {
        Program program;
        try { program = new JavaScriptParser().Parse(text); }
        catch (ParserException) { return text; }
        return program.Body.LastOrDefault() is ExpressionStatement { Range: [var start, ..] } ? text.Insert(start, "return ") : text;
    }

    /// <summary>Declares the accessors that the script uses (getX, setX, variables) and refuses names that do not exist.</summary>
    private static string Prelude(ScriptFacts facts, CompileScope scope, ScriptHost host, bool leaves)
    {
        var text = new StringBuilder();
        var accessors = ScriptAccessors.Of(scope);
        foreach (var name in facts.FreeNames)
        {
            if (name is "getOutputFrom" or "getLastResult") scope.Notes.ReadsOutputs = true;
            if (ScriptGlobals.Names.Contains(name) || host.Functions.All.ContainsKey(name) || leaves && WorkflowFunctions.Leaving.ContainsKey(name)) continue;
            if (accessors.TryGetValue(name, out var accessor)) text.Append(accessor.Declaration(name));
            else if (name == "variables") text.Append(ScriptAccessors.VariablesObject(scope));
            else if (ActivityOutputs.IsAccessor(name)) text.Append(scope.Notes.OutputAccessor(name));
            else if (!facts.Tested.Contains(name))
            {
                var known = ScriptGlobals.Names.Concat(host.Functions.All.Keys).Concat(accessors.Keys);
                throw new FormatException($"脚本用到了不存在的名称 “{name}”。{DidYouMean.Clause(name, known)}");
            }
        }
        return text.ToString();
    }
}
