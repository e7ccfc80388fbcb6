using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Activities;

/// <summary>
/// One node of a compiled definition: holds its compiled inputs and is shared by all instances, so it keeps no state of a run
/// (that lives in <see cref="ActivityContext.State"/>). An exception thrown from any of its methods becomes an incident.
/// </summary>
public abstract class Activity
{
    /// <summary>Where this activity stands in the definition. Set by the compiler.</summary>
    public ActivityNode Node { get; internal set; } = null!;

    /// <summary>
    /// The outcomes that this node can have, in the order shown; by default the Flow ports of the type's descriptor, or <c>Done</c>.
    /// An activity whose ports come from data (a list of outcomes) overrides it.
    /// </summary>
    public virtual IReadOnlyList<string> Ports => Node.Type.Ports;

    /// <summary>
    /// What starts new instances here, asked once when a definition is compiled in which this node may start the workflow
    /// (<see cref="ActivityNode.CanStartWorkflow"/>). None unless overridden. A run that was started so has <see cref="ActivityContext.IsTrigger"/>.
    /// </summary>
    /// <exception cref="InvalidDefinitionException">It cannot be a trigger as drawn; see <see cref="TriggerScope.Error"/>.</exception>
    public virtual IReadOnlyList<Trigger> Triggers(TriggerScope scope) => [];

    /// <summary>Names of its outputs.</summary>
    internal virtual IEnumerable<string> OutputNames => Node.Type.Descriptor.Outputs.Select(o => o.Name);

    /// <summary>
    /// Definition ids of the workflows that this activity starts as instances of their own, as far as they are known before it runs.
    /// </summary>
    public virtual IReadOnlyList<string> StartedDefinitions => [];

    /// <summary>What it has to do with the time that a step beside it may take.</summary>
    public virtual StepTiming Timing => StepTiming.None;

    /// <summary>
    /// Starts the activity. Before it returns it completes (<see cref="ActivityContext.Complete"/>), or creates a bookmark or a timer,
    /// or schedules a child; an activity that does none of these would wait for ever and is faulted.
    /// </summary>
    public abstract void Execute(ActivityContext c);

    /// <summary>A bookmark of this activity was resumed (it is already removed if it burns). Completes with <c>Done</c> unless overridden.</summary>
    /// <param name="c">The waiting run of the activity.</param>
    /// <param name="bookmark">The bookmark that was resumed.</param>
    /// <param name="payload">What the sender gave; null for a timer.</param>
    public virtual void Resume(ActivityContext c, Bookmark bookmark, object? payload) => c.Complete();

    /// <summary>A child activity completed. Only containers need it.</summary>
    public virtual void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) { }

    /// <summary>A child activity is about to run. Only containers need it.</summary>
    internal virtual void ChildStarting(ActivityContext c, ActivityContext child) { }

    /// <summary>
    /// How to go back, in a running container, from the child that runs to one that ran before; null where it cannot. Nothing happens
    /// until the answer is called. Only containers need it.
    /// </summary>
    internal virtual Action? WayBack(ActivityContext c, ActivityNode from, ActivityNode to) => null;

    /// <summary>
    /// The activity was waiting and will not go on: another branch won, its container ended, or the instance was cancelled.
    /// Its bookmarks and timers are already removed; undo what it opened elsewhere, for example a task.
    /// </summary>
    public virtual void Cancelled(ActivityContext c) { }

    /// <summary>
    /// A run of the same type of activity in another version goes on here; nothing is executed. By default it keeps its state as it is.
    /// Refuse (<see cref="RunMove.Refuse(string)"/>) where it would wait for something that this activity does not mean.
    /// </summary>
    public virtual void TakeOver(RunMove move) { }
}
