using Bpm.Application.Descriptors;

namespace Bpm.Studio.Descriptors;

/// <summary>The shapes in which the designer reads the entries of its lists.</summary>
internal static class ElsaChoices
{
    public static object Type(DesignerChoice choice) => new { TypeName = choice.Value, DisplayName = choice.Name, choice.Description };

    public static object Named(DesignerChoice choice) => new { Name = choice.Value, DisplayName = choice.Name, choice.Description };

    public static object VariableType(DesignerChoice choice) => new { TypeName = choice.Value, DisplayName = choice.Name, choice.Category, choice.Description };

    public static object Driver(DesignerChoice choice) =>
        new { TypeName = choice.Value, DisplayName = choice.Name, Priority = choice.IsOffered ? 10 : 0, Deprecated = !choice.IsOffered };

    public static object Feature(DesignerChoice choice)
    {
        var dot = choice.Value.LastIndexOf('.');
        return new { Name = choice.Value[(dot + 1)..], Namespace = choice.Value[..Math.Max(dot, 0)], FullName = choice.Value, DisplayName = choice.Name, choice.Description };
    }

    /// <summary>Languages have an editor of their own; the rest stays with the input's editor or with Elsa's pickers of those names.</summary>
    public static object Expression(DesignerChoice choice) => new
    {
        Type = choice.Value,
        DisplayName = choice.Name,
        IsSerializable = true,
        IsBrowsable = true,
        Properties = choice.Value switch
        {
            "JavaScript" => new Dictionary<string, object> { ["MonacoLanguage"] = "javascript" },
            "Json" => new Dictionary<string, object> { ["MonacoLanguage"] = "json" },
            _ => [],
        },
    };
}
