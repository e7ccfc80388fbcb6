namespace Bpm.Application.Supervision;

/// <summary>What is overdue and soon due (督办). Times carry the organisation's offset.</summary>
/// <param name="Now">The minute of the list.</param>
/// <param name="By"><c>department</c> or <c>person</c>.</param>
/// <param name="Groups">Under the filters but that of the groups themselves; most overdue first.</param>
/// <param name="Items">The page.</param>
/// <param name="TotalCount">Of all pages.</param>
public sealed record SupervisionView(
    DateTimeOffset Now, string By, IReadOnlyList<SupervisionGroup> Groups, IReadOnlyList<SupervisionRow> Items, int TotalCount);
