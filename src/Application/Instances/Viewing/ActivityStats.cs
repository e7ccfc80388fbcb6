using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Application.Instances.Viewing;

/// <summary>How often an activity ran, for the marks on its drawing.</summary>
/// <param name="Uncompleted">Runs that have not ended.</param>
/// <param name="IsBlocked">Does one of them wait?</param>
/// <param name="IsFaulted">Did one fail that nobody dealt with?</param>
public sealed record ActivityStats(string NodePath, int Started, int Completed, int Uncompleted, bool IsBlocked, bool IsFaulted)
{
    /// <summary>Counts runs, one entry for each activity that ran.</summary>
    public static IReadOnlyList<ActivityStats> Of(IEnumerable<ActivityExecutionRecord> runs) =>
    [
        .. runs.GroupBy(run => run.NodePath).Select(node => new ActivityStats(
            node.Key, node.Count(), node.Count(run => run.Status == ActivityStatus.Completed), node.Count(run => run.CompletedAt is null),
            node.Any(run => run.IsWaiting), node.Any(run => run.Status == ActivityStatus.Faulted && run.Incident is not { IsOpen: false }))),
    ];
}
