using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

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

    public override void Execute(ActivityContext c) => c.CreateBookmark(Stimulus.Event, c.Get(eventName));

    public override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        c.Set(result, payload);
        c.Complete();
    }
}
