namespace Bpm.Engine.Expressions;

/// <summary>Names that every script can use.</summary>
internal static class ScriptGlobals
{
    /// <summary>Functions of the workflow.</summary>
    public static readonly IReadOnlyList<string> Functions = [.. WorkflowFunctions.Reading.Keys, .. WorkflowFunctions.Changing.Keys];

    public static readonly HashSet<string> Names = new(
        [
            "Array", "Boolean", "Date", "Error", "EvalError", "Infinity", "JSON", "Math", "NaN", "Number", "Object", "RangeError",
            "ReferenceError", "RegExp", "String", "SyntaxError", "TypeError", "URIError", "arguments", "decodeURI", "decodeURIComponent",
            "encodeURI", "encodeURIComponent", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined", .. Functions,
        ],
        StringComparer.Ordinal);
}
