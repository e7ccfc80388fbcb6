namespace Bpm.Application.Tasks;

/// <summary>A saved filter as the outside sees it.</summary>
public sealed record SavedFilterView(Guid Id, string Name, string Query)
{
    internal static SavedFilterView Of(SavedFilter filter) => new(filter.Id, filter.Name, filter.Query);
}
