namespace Bpm.Engine.Activities;

/// <summary>An input of an activity type, as the designer edits it.</summary>
/// <param name="Name">PascalCase; the JSON property is its camelCase.</param>
/// <param name="TypeName">Elsa's name of the value's type, for example <c>String</c>, <c>Boolean</c>, <c>String[]</c>, <c>Object</c>.</param>
/// <param name="DisplayName">Chinese label.</param>
/// <param name="Description">Chinese help text.</param>
public sealed record InputDescriptor(string Name, string TypeName, string DisplayName, string Description = "")
{
    /// <summary>Editor of the designer: singleline, multiline, checkbox, dropdown, multitext, dynamic-outcomes …</summary>
    public string UIHint { get; init; } = "singleline";

    /// <summary>Shown by the designer and applied by the compiler's reader where the property is missing; not stored in the definition.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Expression type that the editor offers first; null means the hint's own editor (a literal).</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>False where the value lies directly on the node and not inside an expression wrapper.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>May its value be a secret? Then it is never kept in the journal, whatever the definition asks for.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Options for the hint, for example the items of a dropdown; keys are hint names.</summary>
    public IReadOnlyDictionary<string, object> UISpecifications { get; init; } = new Dictionary<string, object>();

    /// <summary>Name of a list that the host fills for the editor, for example of its departments; null where the options are fixed or free.</summary>
    public string? Picker { get; init; }

    /// <summary>Other inputs of the node that the host's list depends on, by name.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];
}
