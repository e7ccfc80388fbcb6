namespace Bpm.Engine.Activities;

/// <summary>An output of an activity type; a node binds it to a variable.</summary>
/// <param name="Name">PascalCase; the JSON property is its camelCase.</param>
/// <param name="TypeName">Elsa's name of the value's type.</param>
/// <param name="DisplayName">Chinese label.</param>
/// <param name="Description">Chinese help text.</param>
public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description = "");
