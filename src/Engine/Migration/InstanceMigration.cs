using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Migration;

/// <summary>
/// Moves one instance to another version of its workflow: what runs, waits or has failed goes on at its counterpart, with its run id, its
/// bookmarks and its due times. Runs no activity. Leaves the given instance as it is; the burst holds another one.
/// </summary>
public sealed class InstanceMigration
{
    private readonly NodeMap _map;
    private readonly WorkflowInstance _former;
    private readonly WorkflowInstance _moved;
    private readonly DoneSteps _done;
    private readonly List<MigrationProblem> _problems = [];
    private readonly List<(ActivityContext Former, ActivityContext Run)> _pairs = [];
    private readonly Dictionary<int, ActivityContext> _runs = [];
    private readonly List<Bookmark> _readdressed = [];

    private InstanceMigration(NodeMap map, WorkflowInstance former, IEnumerable<JournalEntry> journal)
    {
        (_map, _former, _done) = (map, former, new DoneSteps(journal));
        _moved = InstanceCopy.Of(former, map.To);
    }

    /// <summary>Moves an instance, or says why it cannot be moved. One that ended by a fault can be moved too, to be repaired there.</summary>
    /// <param name="map">From the instance's version to the other one.</param>
    /// <param name="instance">As it was loaded.</param>
    /// <param name="journal">Its whole journal: it tells which steps must not run again.</param>
    /// <param name="by">Who does it, for the journal.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="Storage.InvalidStateException">The instance does not belong to the map's first version.</exception>
    public static MigrationResult Move(NodeMap map, WorkflowInstance instance, IEnumerable<JournalEntry> journal, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(journal);
        WorkflowRunner.Bind(map.From, instance);
        if (instance.Root is null)
            return new(null, [new(MigrationProblemKind.InstanceEnded, null, null, "流程实例已经结束，不能迁移。")]);
        if (map.Problems.Count > 0) return new(null, map.Problems);
        var migration = new InstanceMigration(map, instance, journal);
        return migration.Run(by, now);
    }

    private MigrationResult Run(string by, DateTimeOffset now)
    {
        MoveInputs();
        _moved.Root = MoveRun(_former.Root!, null);
        MovePending();
        // What only follows from a step that has no place yet would be noise.
        if (_problems.Count == 0)
            foreach (var (former, run) in _pairs)
                if (former.Status == ActivityStatus.Running)
                    run.Node.Activity.TakeOver(new RunMove(former, run, _map, _done, _problems, _readdressed));
        return _problems.Count > 0 ? new(null, _problems) : new(Keep(by, now), []);
    }

    private Burst Keep(string by, DateTimeOffset now)
    {
        foreach (var bookmark in _moved.BookmarkList)
        {
            var run = _runs[bookmark.ActivityInstanceId];
            run.BookmarkCount++;
            _moved.Waiting[bookmark.Id] = run;
        }
        var burst = new Burst(_moved, isNew: false) { Changed = true };
        foreach (var bookmark in _readdressed)
        {
            _moved.BookmarkList[_moved.BookmarkList.FindIndex(b => b.Id == bookmark.Id)] = bookmark;
            // What waits in an instance that ended by a fault has no row.
            if (_moved.IsEnded) continue;
            burst.RemovedBookmarkIds.Add(bookmark.Id);
            burst.AddedBookmarks.Add(bookmark);
        }
        burst.Journal.Add(new JournalEntry(
            ++_moved.LastJournal, now, _moved.Root!.Node.Path, _moved.Root.ActivityInstanceId, 0, JournalEvents.Migrated, [],
            $"{_map.From.VersionId} → {_map.To.VersionId}, {by}"));
        _moved.UpdatedAt = now;
        _moved.Revision++;
        return burst;
    }

    private void MoveInputs()
    {
        foreach (var declared in _map.To.Inputs)
            if (_moved.InputValues.TryGetValue(declared.Name, out var value)
                && Converted(new Variable(declared.Name, declared.Name, declared.TypeName, declared.IsArray, null), value, _map.From.Root, _map.To.Root, out var kept))
                _moved.InputValues[declared.Name] = kept;
    }

    private ActivityContext? MoveRun(ActivityContext former, ActivityContext? parent)
    {
        if (Place(former.Node, parent?.Node) is not { } node)
        {
            // The list is complete: what stands inside is looked at as well, as far as its own place is known.
            for (var child = former.FirstChild; child is not null; child = child.NextSibling) MoveRun(child, null);
            return null;
        }
        if (former.BookmarkCount > 0) CheckOutcomes(former, node);
        if (former.Parent is not null && parent is null)
        {
            for (var child = former.FirstChild; child is not null; child = child.NextSibling) MoveRun(child, null);
            return null;
        }
        var run = new ActivityContext(_moved, node, former.ActivityInstanceId, parent)
        {
            Status = former.Status,
            Tag = former.Tag,
            Counters = (int[]?)former.Counters?.Clone(),
            State = former.State,
            Inputs = former.Inputs is null ? null : new(former.Inputs, StringComparer.Ordinal),
            Outputs = former.Outputs is null ? null : new(former.Outputs, StringComparer.Ordinal),
        };
        MoveVariables(former, run);
        _pairs.Add((former, run));
        _runs.Add(run.ActivityInstanceId, run);
        for (var child = former.FirstChild; child is not null; child = child.NextSibling)
            if (MoveRun(child, run) is { } moved) run.Append(moved);
        return run;
    }

    private void MovePending()
    {
        var pending = new List<WorkItem>();
        foreach (var item in _former.Pending)
        {
            var parent = item.Parent is null ? null : _runs.GetValueOrDefault(item.Parent.ActivityInstanceId);
            if (Place(item.Node, parent?.Node) is not { } node || (item.Parent is not null && parent is null)) continue;
            if (parent is not null) parent.ScheduledCount++;
            pending.Add(new WorkItem(node, parent, item.Tag));
        }
        _moved.Pending = pending;
    }

    /// <summary>The counterpart of a node, where it stands in the counterpart of its container.</summary>
    private ActivityNode? Place(ActivityNode node, ActivityNode? parent)
    {
        if (_map.Of(node) is not { } to)
        {
            _problems.Add(Unmapped(node));
            return null;
        }
        if (parent is null || to.Parent == parent) return to;
        _problems.Add(new(
            MigrationProblemKind.ContainerDiffers, node.Path, to.Path, $"步骤 “{node.Label}” 在目标版本中移到了别的容器里（“{to.Path}”），正在执行的步骤不能换容器。"));
        return null;
    }

    private MigrationProblem Unmapped(ActivityNode node)
    {
        var same = _map.To.Find(node.Path);
        return same is not null && !NodeMap.Fits(node, same)
            ? NodeMap.TypeDiffers(node, same)
            : new(MigrationProblemKind.StepUnmapped, node.Path, null, $"正在执行的步骤 “{node.Label}”（{node.Path}）在目标版本中没有对应的步骤，请在步骤对应表中选择。");
    }

    private void CheckOutcomes(ActivityContext former, ActivityNode to)
    {
        var missing = former.Node.Activity.Ports.Except(to.Activity.Ports, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
            _problems.Add(new(
                MigrationProblemKind.OutcomeMissing, former.Node.Path, to.Path,
                $"步骤 “{former.Node.Label}” 可能以 {string.Join("、", missing.Select(port => $"“{port}”"))} 结束，目标版本中的 “{to.Label}” 没有这个出口。"));
    }

    private void MoveVariables(ActivityContext former, ActivityContext run)
    {
        foreach (var (name, value) in former.Undeclared ?? []) MoveValue(former.Node, run, name, value);
        if (former.Slots is not { } slots) return;
        for (var i = 0; i < slots.Length; i++)
        {
            var variable = former.Node.Variables[i];
            if (!variable.IsTransient) MoveValue(former.Node, run, variable.Name, slots[i]);
        }
    }

    private void MoveValue(ActivityNode from, ActivityContext run, string name, object? value)
    {
        if (run.Node.VariableSlots?.TryGetValue(name, out var slot) == true)
        {
            if (!run.Node.Variables[slot].IsTransient && Converted(run.Node.Variables[slot], value, from, run.Node, out var kept)) run.Slots![slot] = kept;
        }
        // Nothing is lost where the variable is gone: moving back finds it.
        else if (run.Node.IsWorkflow && value is not null) (run.Undeclared ??= [])[name] = value;
    }

    private bool Converted(Variable variable, object? value, ActivityNode from, ActivityNode to, out object? kept)
    {
        try
        {
            kept = VariableValues.Convert(variable, value);
            return true;
        }
        catch (ActivityFaultException e)
        {
            kept = null;
            _problems.Add(new(MigrationProblemKind.VariableDiffers, from.Path, to.Path, $"{e.Message}请先修改变量的值，或在目标版本中保留原来的类型。"));
            return false;
        }
    }
}
