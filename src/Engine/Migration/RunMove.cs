using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Migration;

/// <summary>One run of an activity on its way to another version, as the activity there sees it.</summary>
public sealed class RunMove
{
    private readonly List<MigrationProblem> _problems;

    internal RunMove(ActivityContext former, ActivityContext run, NodeMap map, DoneSteps done, List<MigrationProblem> problems, List<Bookmark> readdressed)
    {
        (Former, Run, Map, Done, _problems, Readdressed) = (former, run, map, done, problems, readdressed);
        Open = [.. OpenNodes().Distinct().Select(node => (node, map.Of(node)!))];
    }

    /// <summary>Where it ran so far.</summary>
    public ActivityNode From => Former.Node;

    /// <summary>Where it goes on.</summary>
    public ActivityNode To => Run.Node;

    /// <summary>What it waits for.</summary>
    public IEnumerable<Bookmark> Waiting => Former.Bookmarks;

    internal ActivityContext Former { get; }

    /// <summary>The run to be; it holds copies of the state of the former one.</summary>
    internal ActivityContext Run { get; }

    internal NodeMap Map { get; }

    /// <summary>Steps that were run to their end, by container run.</summary>
    internal DoneSteps Done { get; }

    /// <summary>Activities of a container that run, wait, have failed or are about to start, in both versions.</summary>
    internal IReadOnlyList<(ActivityNode From, ActivityNode To)> Open { get; }

    internal List<Bookmark> Readdressed { get; }

    internal int ProblemCount => _problems.Count;

    /// <summary>The instance cannot go on with the other version.</summary>
    /// <param name="text">Chinese, one sentence; names steps, never values.</param>
    public void Refuse(string text) => Refuse(MigrationProblemKind.StepDiffers, From, To, text);

    /// <summary>Waits for the same with another payload: the bookmark keeps its id and is found by the new one.</summary>
    public void Readdress(Bookmark bookmark, string? payload)
    {
        ArgumentNullException.ThrowIfNull(bookmark);
        Readdressed.Add(bookmark with { Payload = payload, Hash = Stimulus.Hash(bookmark.Name, payload) });
    }

    internal void Refuse(MigrationProblemKind kind, ActivityNode? from, ActivityNode? to, string text) =>
        _problems.Add(new(kind, from?.Path, to?.Path, text));

    internal void WouldRunAgain(ActivityNode from, ActivityNode to) => Refuse(
        MigrationProblemKind.StepWouldRunAgain, from, to, $"步骤 “{from.Label}” 已经执行，在目标版本中排在当前步骤之后，会再执行一次。");

    internal void WouldBeSkipped(ActivityNode from, ActivityNode to) => Refuse(
        MigrationProblemKind.StepWouldBeSkipped, from, to, $"步骤 “{from.Label}” 还没有执行，在目标版本中排在当前步骤之前，不会再执行。");

    private IEnumerable<ActivityNode> OpenNodes()
    {
        for (var child = Former.FirstChild; child is not null; child = child.NextSibling) yield return child.Node;
        foreach (var item in Former.Instance.Pending)
            if (item.Parent == Former) yield return item.Node;
    }
}
