namespace Bpm.Engine.Definitions;

/// <summary>An input or output declared by a workflow.</summary>
/// <param name="Name">Name that scripts use.</param>
/// <param name="TypeName">Elsa's name of the type.</param>
/// <param name="IsArray">A list of that type.</param>
/// <param name="DisplayName">Label, or the name.</param>
/// <param name="Description">Help text.</param>
public sealed record Argument(string Name, string TypeName, bool IsArray, string DisplayName, string Description);
