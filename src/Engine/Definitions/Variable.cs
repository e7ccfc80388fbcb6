namespace Bpm.Engine.Definitions;

/// <summary>A variable declared by a workflow or a container.</summary>
/// <param name="Id">Id that expressions and output bindings refer to.</param>
/// <param name="Name">Name that scripts use.</param>
/// <param name="TypeName">Elsa's name of the type; values are converted to it when set.</param>
/// <param name="IsArray">A list of that type.</param>
/// <param name="Default">Value at the start, already of the type; null where none is given.</param>
public sealed record Variable(string Id, string Name, string TypeName, bool IsArray, object? Default)
{
    /// <summary>Lives for one burst only (memory driver): back to its default after every wait.</summary>
    public bool IsTransient { get; init; }
}
