namespace Bpm.Application.Administration.Categories;

/// <summary>A category as administrators see it.</summary>
/// <param name="Kinds">Codes of the kinds that may be registered under it.</param>
/// <param name="DefinitionName">Name of the workflow that its cases run; null while none is published.</param>
/// <param name="Level"><c>open</c>, <c>restricted</c> or <c>strict</c>.</param>
/// <param name="Required">Registration fields that may not be blank.</param>
public sealed record CategoryView(
    string Code, string Name, IReadOnlyList<string> Kinds, string DefinitionId, string? DefinitionName, string? Department, string? DepartmentName, string Level,
    IReadOnlyList<string> Required, IReadOnlyList<CategoryView.AttributeView> Attributes)
{
    /// <summary>A declared attribute.</summary>
    /// <param name="Type"><c>string</c> or <c>integer</c>.</param>
    public sealed record AttributeView(string Code, string Title, string Type, bool Required, IReadOnlyList<CategoryView.ValueView>? Values)
    {
        /// <summary>False for one that is asked no more.</summary>
        public bool IsActive { get; init; } = true;
    }

    /// <summary>A valid value of an attribute.</summary>
    public sealed record ValueView(string Code, string Title);
}
