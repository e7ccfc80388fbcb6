namespace Bpm.Application.Instances.Viewing;

/// <summary>Which instances of an organisation are wanted; what is null or empty does not count.</summary>
/// <param name="Text">Part of the id, the name, the correlation id (a case's number) or the workflow's name.</param>
/// <param name="HasIncidents">Has it, or has it not, incidents that nobody dealt with?</param>
/// <param name="Statuses">The engine's words, for example <c>Running</c>.</param>
/// <param name="SubStatuses">The engine's words, for example <c>Suspended</c>.</param>
/// <param name="Moments">All must hold.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">From 1.</param>
public sealed record InstanceSearch(
    string? Text, IReadOnlyList<string> DefinitionIds, IReadOnlyList<string> VersionIds, string? CorrelationId, int? Version, bool? HasIncidents,
    IReadOnlyList<string> Statuses, IReadOnlyList<string> SubStatuses, IReadOnlyList<InstanceSearch.Moment> Moments,
    InstanceOrder Order, bool Descending, int Page, int PageSize)
{
    /// <summary>A condition on a moment.</summary>
    /// <param name="Column">Which moment of the instance.</param>
    /// <param name="Comparison">How it compares to <paramref name="At"/>.</param>
    public sealed record Moment(InstanceOrder Column, MomentComparison Comparison, DateTimeOffset At);
}
