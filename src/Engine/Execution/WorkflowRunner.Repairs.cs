using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;

namespace Bpm.Engine.Execution;

/// <content>What an operator does to an instance that has a fault. Each is a burst, to be stored like any other.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>
    /// Runs failed activities again, each as a new run in the same container; their incidents are resolved. An instance that ended by the
    /// fault runs on: what it waited for becomes rows again (<see cref="Burst.AddedBookmarks"/>, <see cref="Burst.AddedTimers"/>), and
    /// timers that fell due meanwhile run at once.
    /// </summary>
    /// <param name="activityInstanceId">The failed run (<see cref="Incident.ActivityInstanceId"/>); null means all.</param>
    /// <returns>A burst with <see cref="Burst.Changed"/> false where there is no such failed run (any more).</returns>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst Retry(WorkflowGraph g, WorkflowInstance i, int? activityInstanceId, object? host)
    {
        Bind(g, i);
        var failed = i.Runs().Where(r => r.Status == ActivityStatus.Faulted && (activityInstanceId is null || r.ActivityInstanceId == activityInstanceId))
            .OrderBy(r => r.ActivityInstanceId).ToArray();
        return failed.Length == 0
            ? new Burst(i, isNew: false)
            : Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.Retry(failed));
    }

    /// <summary>
    /// Takes a failed activity as completed; the instance goes on as after <see cref="Retry"/>. Where the run is gone (an incident while it
    /// was cancelled), only the incident is resolved.
    /// </summary>
    /// <param name="activityInstanceId">The failed run.</param>
    /// <param name="outcomes">Ports to leave by; none means the activity's first one.</param>
    /// <returns>A burst with <see cref="Burst.Changed"/> false where no incident of such a run is open.</returns>
    /// <exception cref="WorkflowException">The activity has no such outcome.</exception>
    public Burst Skip(WorkflowGraph g, WorkflowInstance i, int activityInstanceId, IReadOnlyList<string> outcomes, object? host)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        Bind(g, i);
        if (i.FindRun(activityInstanceId) is { Status: ActivityStatus.Faulted } failed)
        {
            var ports = Outcomes(failed.Node, outcomes);
            return Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.Skip(failed, ports));
        }
        var position = i.IncidentList.FindIndex(x => x.ActivityInstanceId == activityInstanceId && x.IsOpen);
        return position < 0
            ? new Burst(i, isNew: false)
            : Note(g, i, execution => execution.Resolve(position, IncidentResolution.Skipped));
    }

    /// <summary>
    /// Gives a variable a value from outside, also in an instance that ended by a fault, so that it can be retried. Runs no activity.
    /// </summary>
    /// <param name="name">A declared variable of the workflow, or one that a script made.</param>
    /// <param name="value">Converted to the variable's type.</param>
    /// <returns>A burst with <see cref="Burst.Changed"/> false where the instance has nothing left to repair.</returns>
    /// <exception cref="WorkflowException">There is no such variable, it lives for one burst only, or the value does not fit.</exception>
    public Burst SetVariable(WorkflowGraph g, WorkflowInstance i, string name, object? value)
    {
        Bind(g, i);
        if (i.Root is not { } root) return new Burst(i, isNew: false);
        var variable = root.Node.Variables.FirstOrDefault(v => v.Name == name);
        if (variable is null && root.Undeclared?.ContainsKey(name) != true)
        {
            var known = root.Node.Variables.Select(v => v.Name).Concat(root.Undeclared?.Keys ?? Enumerable.Empty<string>());
            throw new WorkflowException($"流程 “{g.Name}” 没有变量 “{name}”。{DidYouMean.Clause(name, known)}") { InstanceId = i.Id };
        }
        if (variable is { IsTransient: true })
            throw new WorkflowException($"变量 “{name}” 只在一次运行之内有效（MemoryStorageDriver），不能从外部赋值。") { InstanceId = i.Id };
        try
        {
            return Note(g, i, execution =>
            {
                root.SetVariable(name, value);
                execution.Record(root, JournalEvents.VariableSet, [], name);
            });
        }
        catch (ActivityFaultException e)
        {
            throw new WorkflowException(e.Message, e) { InstanceId = i.Id };
        }
    }

    private static string[] Outcomes(ActivityNode node, IReadOnlyList<string> wanted)
    {
        var ports = node.Activity.Ports;
        if (wanted.Count == 0) return [ports.Count > 0 ? ports[0] : "Done"];
        foreach (var outcome in wanted)
            if (!ports.Contains(outcome) && outcome != "Done")
                throw new WorkflowException($"活动 “{node.DisplayText ?? node.Name}”（{node.Path}）没有出口 “{outcome}”。{DidYouMean.Clause(outcome, ports)}可用：{string.Join("、", ports)}。");
        return [.. wanted];
    }

    /// <summary>A burst that runs nothing.</summary>
    private Burst Note(WorkflowGraph g, WorkflowInstance i, Action<BurstExecution> act)
    {
        var now = time.GetUtcNow();
        var burst = new Burst(i, isNew: false) { Changed = true };
        var execution = new BurstExecution(g, i, burst, null, now, _options) { Runner = this };
        i.Execution = execution;
        try
        {
            act(execution);
        }
        finally
        {
            i.Execution = null;
        }
        i.UpdatedAt = now;
        i.Revision++;
        return burst;
    }
}
