using Bpm.Engine.Activities.Children;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Migration;

/// <summary>
/// Which step of one version is which of another. Steps of the same id within corresponding containers correspond by themselves where
/// their types fit; the rest is said by hand, by node path. What is said by hand wins, also over what would correspond by itself.
/// Immutable; serves any number of instances.
/// </summary>
public sealed class NodeMap
{
    private readonly ActivityNode?[] _to;
    private readonly ActivityNode?[] _from;
    private readonly List<MigrationProblem> _problems = [];

    private NodeMap(WorkflowGraph from, WorkflowGraph to)
    {
        (From, To) = (from, to);
        _to = new ActivityNode?[from.Nodes.Count];
        _from = new ActivityNode?[to.Nodes.Count];
    }

    /// <summary>The version that instances leave.</summary>
    public WorkflowGraph From { get; }

    /// <summary>The version that they go on with.</summary>
    public WorkflowGraph To { get; }

    /// <summary>What is wrong with the part that was said by hand, whatever the instance.</summary>
    public IReadOnlyList<MigrationProblem> Problems => _problems;

    /// <summary>Steps of the old version that have no counterpart, containers before what is in them.</summary>
    public IEnumerable<ActivityNode> Unmapped => From.Nodes.Where(node => _to[node.Index] is null);

    /// <summary>Makes a map.</summary>
    /// <param name="byHand">Old path to new path, where they do not correspond by themselves; null for none.</param>
    public static NodeMap Of(WorkflowGraph from, WorkflowGraph to, IReadOnlyDictionary<string, string>? byHand = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var map = new NodeMap(from, to);
        map.Join(from.Root, to.Root);
        if (byHand is { Count: > 0 }) map.JoinByHand(byHand);
        map.JoinSame();
        return map;
    }

    /// <summary>The counterpart in the new version, or null.</summary>
    public ActivityNode? Of(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _to[node.Index];
    }

    /// <summary>The step of the old version that this one of the new version stands for, or null.</summary>
    public ActivityNode? Former(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _from[node.Index];
    }

    /// <summary>What has to be said by hand to move back: pairs whose paths differ.</summary>
    public IReadOnlyDictionary<string, string> Inverse() => From.Nodes
        .Where(node => _to[node.Index] is { } to && to.Path != node.Path)
        .ToDictionary(node => _to[node.Index]!.Path, node => node.Path, StringComparer.Ordinal);

    /// <summary>May a run of one be a run of the other?</summary>
    public static bool Fits(ActivityNode from, ActivityNode to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Activity is ChildWorkflowActivity one && to.Activity is ChildWorkflowActivity other) return one.DefinitionId == other.DefinitionId;
        // One type name may be compiled in two ways.
        return from.Type.Name == to.Type.Name && from.Activity.GetType() == to.Activity.GetType();
    }

    private void Join(ActivityNode from, ActivityNode to) => (_to[from.Index], _from[to.Index]) = (to, from);

    private void JoinByHand(IReadOnlyDictionary<string, string> byHand)
    {
        var (old, target) = (From.Nodes.ToDictionary(n => n.Path), To.Nodes.ToDictionary(n => n.Path));
        foreach (var (fromPath, toPath) in byHand.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (!old.TryGetValue(fromPath, out var from)) Wrong(fromPath, null, $"原版本中没有步骤 “{fromPath}”。");
            else if (!target.TryGetValue(toPath, out var to)) Wrong(fromPath, toPath, $"目标版本中没有步骤 “{toPath}”。");
            else if (_from[to.Index] is { } other && other != from)
                Wrong(fromPath, toPath, $"步骤 “{other.Label}” 和 “{from.Label}” 不能都对应到 “{to.Label}”。");
            else if (!Fits(from, to)) _problems.Add(TypeDiffers(from, to));
            else Join(from, to);
        }
    }

    private void JoinSame()
    {
        var target = To.Nodes.ToDictionary(n => (n.Parent, n.Id));
        // Containers come first: what is in a container that has another path corresponds by its place in it.
        foreach (var from in From.Nodes)
        {
            if (_to[from.Index] is not null || from.Parent is null || _to[from.Parent.Index] is not { } parent) continue;
            if (target.TryGetValue((parent, from.Id), out var to) && _from[to.Index] is null && Fits(from, to)) Join(from, to);
        }
    }

    internal static MigrationProblem TypeDiffers(ActivityNode from, ActivityNode to) => new(
        MigrationProblemKind.StepTypeDiffers, from.Path, to.Path,
        $"步骤 “{from.Label}” 是 {from.Type.Name}，目标版本中的 “{to.Label}” 是 {to.Type.Name}，类型不同，不能对应。");

    private void Wrong(string? from, string? to, string text) => _problems.Add(new(MigrationProblemKind.MapInvalid, from, to, text));
}
