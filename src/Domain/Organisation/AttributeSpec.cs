namespace Bpm.Domain.Organisation;

/// <summary>A declared attribute of a category; its values are kept as text.</summary>
/// <param name="Title">Chinese title.</param>
/// <param name="Type"><c>string</c> or <c>integer</c>.</param>
/// <param name="Values">The valid values, or null for any.</param>
/// <param name="ValueTitles">Chinese titles, one for each of <paramref name="Values"/>.</param>
public sealed record AttributeSpec(
    string Title,
    string Type,
    IReadOnlyList<string>? Values,
    IReadOnlyList<string>? ValueTitles,
    long? Minimum,
    long? Maximum,
    bool Required)
{
    /// <summary>False for one that is asked no more: cases that have it keep and show it.</summary>
    public bool IsActive { get; init; } = true;
}
