using Bpm.Engine.Definitions;

namespace Bpm.Engine.Expressions;

/// <summary>Compiles trivial scripts so that they need no JavaScript engine.</summary>
internal static class FastScript
{
    public static Expression? TryCompile(Script script, CompileScope scope, ScriptFunctions functions) => null;
}
