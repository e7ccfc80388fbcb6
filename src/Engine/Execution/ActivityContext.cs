using Bpm.Engine.Activities.Containers;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Execution;

/// <summary>
/// One run of an activity: what its code sees of the burst, and the state that is kept while it waits.
/// Valid only inside a burst and only for the thread that runs it.
/// </summary>
public sealed partial class ActivityContext
{
    private static readonly string[] Done = ["Done"];

    internal ActivityContext(WorkflowInstance instance, ActivityNode node, int id, ActivityContext? parent)
    {
        (Instance, Node, ActivityInstanceId, Parent) = (instance, node, id, parent);
        if (node.VariableSlots is not null) Slots = VariableValues.Initial(node);
        Owner = Slots is not null ? this : parent!.Owner;
        Workflow = node.IsWorkflow ? this : parent!.Workflow;
    }

    public ActivityNode Node { get; }

    /// <summary>Id of this run, unique within the instance.</summary>
    public int ActivityInstanceId { get; }

    /// <summary>The run of the container; null for the workflow itself.</summary>
    public ActivityContext? Parent { get; }

    public ActivityStatus Status { get; internal set; }

    public string InstanceId => Instance.Id;
    public string? CorrelationId => Instance.CorrelationId;

    /// <summary>The instance that this run belongs to.</summary>
    public WorkflowInstance Instance { get; }

    /// <summary>
    /// Did this very run start the instance, as its trigger? Then what it would wait for has already come: take
    /// <see cref="TriggerPayload"/> and complete. True at most once in an instance's life, in its first burst.
    /// </summary>
    public bool IsTrigger { get; internal init; }

    /// <summary>What the stimulus brought that started the instance; null unless <see cref="IsTrigger"/>.</summary>
    public object? TriggerPayload => IsTrigger ? Instance.Trigger?.Payload : null;

    /// <summary>The moment of the burst, UTC; the same for all activities of one burst.</summary>
    public DateTimeOffset Now => Execution.Now;

    /// <summary>
    /// What the activity remembers while it waits: null, text, number, bool, moment, list or dictionary of such. Kept with the instance,
    /// so ids and codes only.
    /// </summary>
    public object? State { get; set; }

    /// <summary>The object that the caller of the runner gave for this burst.</summary>
    /// <exception cref="InvalidOperationException">It was not given, or is of another type: an error of the program.</exception>
    public T Host<T>() where T : class => Execution.Host as T
        ?? throw new InvalidOperationException(Instance.ParentInstanceId is null
            ? $"活动 {Node.Path} 需要宿主对象 {typeof(T).Name}，但本次运行没有提供。"
            : $"活动 {Node.Path} 需要宿主对象 {typeof(T).Name}，但由其他流程启动的实例没有它：请把这一步放在启动它的流程里，或改用“流程作为活动”。");

    /// <summary>The object that the caller of the runner gave for this burst, where it is of this type; else null.</summary>
    public T? FindHost<T>() where T : class => Execution.Host as T;

    /// <summary>Value of an input.</summary>
    public T Get<T>(Input<T> input) => input.Get(this);

    /// <summary>Stores a value where the node binds this output; does nothing where it is unbound.</summary>
    public void Set(Output? output, object? value)
    {
        if (output is null) return;
        output.Set(this, value);
        Execution.Outputs?.Add(Node, output.Name, value);
    }

    /// <summary>The activity is finished. Its bookmarks, timers and children end with it. Takes effect when the activity's method returns.</summary>
    /// <param name="outcomes">Ports to leave by; none means <c>Done</c>.</param>
    public void Complete(params string[] outcomes)
    {
        if (Status != ActivityStatus.Running) return;
        Completing = outcomes.Length == 0 ? Done : outcomes;
    }

    /// <summary>Completes the nearest workflow or child workflow around this activity with these outcomes.</summary>
    public void CompleteWorkflow(params string[] outcomes)
    {
        Complete();
        Execution.EndScope(Workflow, outcomes.Length == 0 ? Done : outcomes);
    }

    /// <summary>Ends the whole instance as finished; every other branch is cancelled.</summary>
    public void FinishInstance()
    {
        Complete();
        Execution.FinishRequested = true;
    }

    /// <summary>Names the instance in lists; null takes its name away.</summary>
    internal void SetInstanceName(string? name) => Instance.Name = name;

    /// <summary>Puts the instance into another group: from now on it hears what is sent to that one. Null or empty: into none.</summary>
    internal void Correlate(string? correlationId)
    {
        correlationId = string.IsNullOrEmpty(correlationId) ? null : correlationId;
        if (correlationId == Instance.CorrelationId) return;
        Instance.CorrelationId = correlationId;
        Execution.Burst.CorrelationChanged = true;
    }

    /// <summary>Waits until somebody resumes this bookmark by its id or by the hash of its name and payload.</summary>
    /// <param name="name">What it waits for.</param>
    /// <param name="payload">Tells waits of one name apart; ids only.</param>
    /// <param name="onlyThisRun">The hash includes this run, so that a stimulus by name and payload alone does not fit.</param>
    /// <param name="autoBurn">Remove it when resumed; else it can be resumed again until the activity completes.</param>
    public Bookmark CreateBookmark(string name, string? payload = null, bool onlyThisRun = false, bool autoBurn = true) =>
        Execution.AddBookmark(this, name, payload, onlyThisRun, null, autoBurn);

    /// <summary>Waits until a moment. A moment in the past resumes as soon as the burst is stored.</summary>
    public Bookmark CreateTimer(DateTimeOffset dueAt) =>
        Execution.AddBookmark(this, Stimulus.Timer, null, true, dueAt.ToUniversalTime(), true);

    /// <summary>Stops waiting for one of this activity's bookmarks or timers. Does nothing where it is gone.</summary>
    public void RemoveBookmark(string bookmarkId) => Execution.RemoveBookmark(this, bookmarkId);

    /// <summary>Bookmarks and timers of this run.</summary>
    public IEnumerable<Bookmark> Bookmarks =>
        Instance.BookmarkList.Where(b => b.ActivityInstanceId == ActivityInstanceId);

    /// <summary>Starts a child node soon: it is put at the end of the burst's queue.</summary>
    public void Schedule(ActivityNode child) => Execution.Schedule(this, child, 0);

    /// <summary>
    /// Tells the containers around this activity that their loop is to end: from the inside out, up to the nearest loop. They act on it
    /// once what they run completes. Does nothing outside of a loop.
    /// </summary>
    internal void BreakLoop()
    {
        for (var around = Parent; around is not null; around = around.Parent)
            if (around.Node.Activity is IBreakable container && container.Break(around)) return;
    }

    /// <summary>Starts a child node soon, with a mark that the run to come keeps.</summary>
    internal void Schedule(ActivityNode child, int tag) => Execution.Schedule(this, child, tag);

    /// <summary>Writes a line into the journal. Ids and outcomes only, never a case's text.</summary>
    public void Journal(string eventName, string? message = null) => Execution.Record(this, eventName, [], message);

    /// <summary>Tells other instances something, after this burst is stored.</summary>
    public void Publish(PublishedStimulus stimulus) => Execution.Burst.PublishedStimuli.Add(stimulus);

    /// <summary>Leaves something for the caller of the runner to store with this burst; the engine does not look into it.</summary>
    public void Leave(object effect) => Execution.Burst.Effects.Add(effect);

    /// <summary>Prints a line for logs and tests; it is not kept.</summary>
    public void WriteLine(string text) => Execution.Burst.Lines.Add(text);

    internal BurstExecution Execution => Instance.Execution
        ?? throw new InvalidOperationException("活动上下文只在一次运行之内有效。");
}
