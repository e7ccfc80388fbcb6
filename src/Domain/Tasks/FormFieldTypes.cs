namespace Bpm.Domain.Tasks;

/// <summary>The types that a form field can have.</summary>
public static class FormFieldTypes
{
    public const string Text = "string";
    public const string Integer = "integer";
    public const string Number = "number";
    public const string Boolean = "boolean";

    /// <summary>ISO 8601 with an offset.</summary>
    public const string DateTime = "date-time";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Integer, Number, Boolean, DateTime];
}
