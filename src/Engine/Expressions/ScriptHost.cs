using System.Collections.Concurrent;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Expressions;

/// <summary>Compiles scripts and lends them engines.</summary>
internal sealed class ScriptHost(ScriptFunctions functions, ScriptLimits limits)
{
    private const int MaxIdle = 32;
    private readonly ConcurrentBag<ScriptEngine> _plain = [];
    private readonly ConcurrentBag<ScriptEngine> _guarded = [];

    public ScriptLimits Limits => limits;
    public ScriptFunctions Functions => functions;

    /// <exception cref="FormatException">The script is not one that runs here; the message is Chinese.</exception>
    /// <param name="leaves">See <see cref="Script.Compile"/>.</param>
    public Expression Compile(string source, CompileScope scope, bool leaves = false)
    {
        var script = Script.Compile(source, scope, this, leaves);
        return FastScript.TryCompile(script, scope, this) ?? new ScriptExpression(this, script);
    }

    /// <summary>An engine for one evaluation. Scripts that could leave traces in an engine get one of their own.</summary>
    public ScriptEngine Rent(Script script)
    {
        if (!script.IsTraceless) return new ScriptEngine(this, guarded: true);
        return Pool(script).TryTake(out var engine) ? engine : new ScriptEngine(this, guarded: !script.IsBounded);
    }

    public void Return(ScriptEngine engine, Script script)
    {
        if (script.IsTraceless && engine.IsFit && Pool(script) is { Count: < MaxIdle } pool) pool.Add(engine);
    }

    private ConcurrentBag<ScriptEngine> Pool(Script script) => script.IsBounded ? _plain : _guarded;
}
