using System.Text.RegularExpressions;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using JsEngine = Jint.Engine;
using Jint.Native;
using Jint.Parser;
using Jint.Runtime;
using Jint.Runtime.Debugger;
using Jint.Runtime.Interop;

namespace Bpm.Engine.Expressions;

/// <summary>One JavaScript engine with its limits. Used by one evaluation at a time.</summary>
internal sealed class ScriptEngine
{
    private const int MaxFunctions = 2_000;
    private readonly JsEngine _engine;
    private readonly ScriptHost _host;
    private readonly ScriptValues _values;
    private readonly Dictionary<Script, JsValue> _functions = [];
    private readonly ScriptWatch _watch;
    private ActivityContext? _current;

    /// <param name="guarded">Watches memory and stack at every statement; slower.</param>
    public ScriptEngine(ScriptHost host, bool guarded)
    {
        _host = host;
        var limits = host.Limits;
        _engine = new JsEngine(o =>
        {
            o.TimeoutInterval(limits.Timeout).MaxStatements(limits.MaxStatements).LimitRecursion(limits.MaxRecursion);
            o.Culture(System.Globalization.CultureInfo.InvariantCulture).LocalTimeZone(TimeZoneInfo.Utc);
            o.AllowDebuggerStatement(false).DebugMode(guarded);
        });
        _watch = new(limits.Timeout);
        if (guarded) _engine.Step += Guard;
        _values = new(_engine, limits);
        ScriptBuiltIns.Harden(_engine, _watch);
        ScriptAdditions.AddTo(_engine);
        AddFunctions();
    }

    /// <summary>May it be used again?</summary>
    public bool IsFit { get; private set; } = true;

    /// <exception cref="ActivityFaultException">The script failed or went past a limit.</exception>
    public object? Evaluate(Script script, ActivityContext c)
    {
        _current = c;
        IsFit = false;
        try
        {
            if (!_functions.TryGetValue(script, out var function)) _functions[script] = function = Load(script);
            _watch.Begin();
            _engine.ResetStatementsCount();
            _engine.ResetTimeoutTicks();
            _engine.ResetCallStack();
            var result = _values.Out(_engine.Invoke(function));
            IsFit = _functions.Count < MaxFunctions;
            return result;
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            throw new ActivityFaultException(reason, e) { ActivityId = c.Node.Id, Path = c.Node.Path, InstanceId = c.InstanceId };
        }
        finally
        {
            _current = null;
        }
    }

    private string? Reason(Exception e) => e switch
    {
        JavaScriptException js => $"脚本出错：{js.Error}{Nearest(js)}",
        RegexMatchTimeoutException => "脚本中的正则表达式运行过久。",
        TimeoutException => $"脚本运行超过 {_host.Limits.Timeout.TotalSeconds:0.###} 秒。",
        StatementsCountOverflowException => $"脚本执行的语句超过 {_host.Limits.MaxStatements} 条。",
        RecursionDepthOverflowException => $"脚本的函数调用嵌套超过 {_host.Limits.MaxRecursion} 层。",
        InsufficientExecutionStackException => "脚本嵌套过深。",
        OutOfMemoryException => "脚本占用的内存过多。",
        ActivityFaultException => null,
        _ => $"脚本出错：{e.Message}",
    };

    /// <summary>For a name that does not exist: the known one nearest to it.</summary>
    private string Nearest(JavaScriptException e)
    {
        const string Unknown = " is not defined";
        if (e.Message?.EndsWith(Unknown, StringComparison.Ordinal) != true) return "";
        var accessors = _current!.VariableNames.SelectMany(name => (string[])["get" + name, "set" + name]);
        var clause = DidYouMean.Clause(e.Message[..^Unknown.Length], ScriptGlobals.Names.Concat(_host.Functions.All.Keys).Concat(accessors));
        return clause.Length == 0 ? "" : "。" + clause;
    }

    private StepMode Guard(object sender, DebugInformation information)
    {
        _watch.Check();
        return StepMode.Into;
    }

    private JsValue Load(Script script)
    {
        var program = new JavaScriptParser().Parse(script.Source);
        ScriptAdditions.Rewrite(program);
        _watch.Begin();
        return _engine.Execute(program).GetCompletionValue();
    }

    private void AddFunctions()
    {
        foreach (var (name, function) in WorkflowFunctions.Reading) Add(name, function);
        foreach (var (name, function) in WorkflowFunctions.Changing) Add(name, function);
        foreach (var (name, function) in WorkflowFunctions.Leaving) Add(name, function);
        foreach (var (name, function) in _host.Functions.All) Add(name, function);
    }

    private void Add(string name, Func<ActivityContext, object?[], object?> function) =>
        // Not writable: a script that shares this engine cannot replace it.
        _engine.Global.FastAddProperty(name, new JsValue(new ClrFunctionInstance(_engine, (_, arguments) =>
            _values.In(function(_current!, Array.ConvertAll(arguments, _values.Out))))), false, false, false);
}
