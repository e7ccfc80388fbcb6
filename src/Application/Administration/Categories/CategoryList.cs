namespace Bpm.Application.Administration.Categories;

/// <summary>Categories and channels, and what a category can be bound to.</summary>
/// <param name="Levels">Levels of confidentiality that the organisation has, the most open first.</param>
/// <param name="Definitions">Published workflows by id.</param>
/// <param name="Revision">Of the organisation's document.</param>
public sealed record CategoryList(
    IReadOnlyList<CategoryView> Items, int TotalCount, IReadOnlyList<CategoryList.ChannelView> Channels, IReadOnlyList<string> Levels,
    IReadOnlyDictionary<string, string> Definitions, long Revision)
{
    /// <summary>A channel.</summary>
    public sealed record ChannelView(string Code, string Name);
}
