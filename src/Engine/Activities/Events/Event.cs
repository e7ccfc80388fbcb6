using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Migration;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Activities.Events;

/// <summary>Waits for an event of a name. Its result is what the sender gave.</summary>
internal sealed class Event(Input<string> eventName, Output? result) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Event", "事件", "等待事件", "等待指定名称的事件")
        {
            Kind = ActivityKind.Trigger,
            Inputs = [new("EventName", "String", "事件名称")],
            Outputs = [new("Result", "Object", "事件内容")],
        },
        reader => new Event(reader.Input("eventName", ""), reader.Output("result")));

    public override IReadOnlyList<Trigger> Triggers(TriggerScope scope) => scope.Get(eventName) is { Length: > 0 } name
        ? [scope.OnStimulus(Stimulus.Event, name)]
        : throw scope.Error("事件名称为空，不能作为触发器。");

    public override void Execute(ActivityContext c)
    {
        if (c.IsTrigger) Take(c, c.TriggerPayload);
        else c.CreateBookmark(Stimulus.Event, c.Get(eventName));
    }

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload) => Take(c, payload);

    /// <summary>An event that has another name now is awaited by that one: nobody sends the old name any more.</summary>
    public override void TakeOver(RunMove move)
    {
        if (!eventName.IsConstant) return;
        foreach (var waiting in move.Waiting)
            if (waiting.Payload != eventName.Constant) move.Readdress(waiting, eventName.Constant);
    }

    private void Take(ActivityContext c, object? payload)
    {
        c.Set(result, payload);
        c.Complete();
    }
}
