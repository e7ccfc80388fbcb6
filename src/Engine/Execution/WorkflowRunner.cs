using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Storage;

namespace Bpm.Engine.Execution;

/// <summary>
/// Runs instances, one burst at a time: synchronous, on the caller's thread, without I/O. Load before, store the burst after, both in
/// one transaction. Thread-safe as long as each instance is used by one caller at a time.
/// </summary>
/// <param name="time">Tells the moment of each burst.</param>
/// <param name="options">Limits; null means the defaults.</param>
/// <param name="graphs">Workflows that activities may start as instances of their own; null where none can be.</param>
public sealed partial class WorkflowRunner(TimeProvider time, RunnerOptions? options = null, IWorkflowGraphs? graphs = null)
{
    private readonly RunnerOptions _options = options ?? new();

    /// <summary>Makes an instance and runs it until it waits.</summary>
    /// <param name="g">What to run.</param>
    /// <param name="o">Id, correlation, inputs.</param>
    /// <param name="host">Object that activities get by <see cref="ActivityContext.Host{T}"/> in this burst, or null.</param>
    /// <exception cref="WorkflowException">An input does not fit its declared type, or the inputs are too large.</exception>
    public Burst Start(WorkflowGraph g, StartOptions o, object? host)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(o);
        var now = time.GetUtcNow();
        return Run(g, Create(g, o, now), host, now, isNew: true, execution => execution.Schedule(null, g.Root, 0));
    }

    private WorkflowInstance Create(WorkflowGraph g, StartOptions o, DateTimeOffset now)
    {
        var instance = new WorkflowInstance(o.InstanceId ?? Guid.CreateVersion7().ToString("N"), g.DefinitionId, g.VersionId, g.Version, g.Fingerprint)
        {
            CorrelationId = o.CorrelationId,
            Name = o.Name,
            TenantId = o.TenantId,
            ParentInstanceId = o.ParentInstanceId,
            ParentWaits = o.ParentWaits,
            Depth = o.Depth,
            Trigger = o.Trigger,
            CreatedAt = now,
            InputValues = Inputs(g, o.Input),
        };
        StateBudget.CheckInputs(instance, _options.MaxStateBytes);
        return instance;
    }

    /// <summary>
    /// Resumes a bookmark or timer. Where it is not there, or the instance has ended, nothing happens: <see cref="Burst.Changed"/> is false.
    /// A paused instance keeps it for later (<see cref="Pause"/>).
    /// </summary>
    /// <param name="payload">Given to the activity: null, text, number, bool, moment, list or dictionary, or an object that the activity knows.</param>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst Resume(WorkflowGraph g, WorkflowInstance i, string bookmarkId, object? payload, object? host)
    {
        Bind(g, i);
        if (i.IsEnded || !i.TryFindBookmark(bookmarkId, out var bookmark)) return new Burst(i, isNew: false);
        if (i.IsPaused) return Hold(g, i, bookmark, payload);
        var context = i.Waiting[bookmarkId];
        return Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.Resume(context, bookmark, payload));
    }

    /// <summary>
    /// Cancels an instance: everything that waits hears <see cref="Activities.Activity.Cancelled"/>. Nothing happens where it has ended.
    /// As in Elsa its running children (<see cref="WorkflowInstance.ParentInstanceId"/>) are to be cancelled with it, whether it waits for
    /// them or not: the caller finds them and cancels each in a burst of its own. An activity that is cancelled within a running
    /// instance leaves its children alone.
    /// </summary>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst Cancel(WorkflowGraph g, WorkflowInstance i, object? host)
    {
        Bind(g, i);
        return i is { IsEnded: true, SubStatus: not WorkflowSubStatus.Faulted }
            ? new Burst(i, isNew: false)
            : Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.CancelInstance());
    }

    /// <summary>Joins an instance that comes from a store with its graph, so that its variables can be read. Running it does the same.</summary>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public static void Bind(WorkflowGraph g, WorkflowInstance i)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(i);
        if (i.VersionId != g.VersionId || i.GraphFingerprint != g.Fingerprint)
            throw new InvalidStateException($"流程实例 {i.Id} 属于版本 {i.VersionId}，不能用版本 {g.VersionId} 的流程图继续运行。") { InstanceId = i.Id };
        if (i.StoredRuns is null) return;
        try
        {
            InstanceSerializer.Bind(g, i);
        }
        catch (InvalidStateException e) when (e.InstanceId is null)
        {
            throw new InvalidStateException(e.Message, e) { InstanceId = i.Id };
        }
    }

    private Burst Run(WorkflowGraph g, WorkflowInstance i, object? host, DateTimeOffset now, bool isNew, Action<BurstExecution> begin, BurstExecution? around = null)
    {
        var burst = new Burst(i, isNew, around?.Burst.Lines) { Changed = true };
        var execution = new BurstExecution(g, i, burst, host, now, _options) { Runner = this, Around = around };
        i.Execution = execution;
        i.SubStatus = WorkflowSubStatus.Executing;
        try
        {
            begin(execution);
            execution.Run();
        }
        finally
        {
            i.Execution = null;
            i.Trigger = null;
        }
        if (!i.IsEnded) i.SubStatus = WorkflowSubStatus.Suspended;
        i.UpdatedAt = now;
        i.Revision++;
        if (around is null) TellParent(burst);
        return burst;
    }

    private static Dictionary<string, object?> Inputs(WorkflowGraph g, IReadOnlyDictionary<string, object?> given)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var declared = g.Inputs.FirstOrDefault(a => a.Name == name);
            values[name] = declared is null
                ? VariableValues.Storable(value, name)
                : VariableValues.Convert(new Variable(name, name, declared.TypeName, declared.IsArray, null), value);
        }
        return values;
    }
}
