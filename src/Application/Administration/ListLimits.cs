using Bpm.Application.Pipeline;

namespace Bpm.Application.Administration;

/// <summary>How much of a list is given at once.</summary>
internal static class ListLimits
{
    public const int LargestPage = 200;

    public static InvalidRequest Refusal() => new("pageSize", $"页码从 0 起，每页 1 至 {LargestPage} 条。");
}
