namespace Bpm.Engine.Expressions;

internal static class ScriptRewriter
{
    public static string Rewrite(string source) => source;
}
