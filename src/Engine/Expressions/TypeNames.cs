namespace Bpm.Engine.Expressions;

/// <summary>Elsa's names of value types, short or with namespace and assembly.</summary>
internal static class TypeNames
{
    /// <summary><c>System.Int32, mscorlib</c> and <c>Int32</c> give <c>Int32</c>.</summary>
    public static string Short(string? typeName)
    {
        if (string.IsNullOrWhiteSpace(typeName)) return "Object";
        var name = typeName.AsSpan();
        var comma = typeName.Contains('<', StringComparison.Ordinal) ? -1 : name.IndexOf(',');
        if (comma > 0) name = name[..comma];
        return name.StartsWith("System.") && name.LastIndexOf('.') == 6 ? name[7..].ToString() : name.ToString();
    }
}
