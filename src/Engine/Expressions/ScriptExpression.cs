using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>A script that an engine interprets.</summary>
internal sealed class ScriptExpression(ScriptHost host, Script script) : Expression
{
    public override object? Evaluate(ActivityContext c)
    {
        var engine = host.Rent(script);
        var result = engine.Evaluate(script, c);
        host.Return(engine, script);
        return result;
    }
}
