using Bpm.Domain;

namespace Bpm.Application.Tasks;

/// <summary>The caller keeps as many filters as anybody may.</summary>
public sealed record SavedFiltersFull()
    : Refusal("SAVED-FILTERS-FULL", $"最多保存 {SavedFilter.MostFilters} 个筛选，请先删除不用的。", RefusalKind.Conflict);

/// <summary>The caller keeps no such filter.</summary>
public sealed record SavedFilterNotFound() : Refusal("SAVED-FILTER-NOT-FOUND", "没有找到这个筛选，请刷新页面。", RefusalKind.NotFound);
