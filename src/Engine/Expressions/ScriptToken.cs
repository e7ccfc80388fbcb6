namespace Bpm.Engine.Expressions;

/// <summary>A piece of a script's text.</summary>
/// <param name="Space">White space and comments before it.</param>
/// <param name="Text">The piece itself; a template string is already an ES5 expression.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ScriptToken(string Space, string Text, ScriptTokenKind Kind);
