using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Events;

/// <summary>Sends an event. It is delivered after this burst is stored, never within it.</summary>
internal sealed class PublishEvent(Input<string> eventName, Input<string?> correlationId, Input<object?> payload) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.PublishEvent", "事件", "发布事件", "通知等待该事件的流程")
        {
            Inputs =
            [
                new("EventName", "String", "事件名称"),
                new("CorrelationId", "String", "关联号", "只通知同一关联号的流程；留空为全部"),
                new("Payload", "Object", "内容"),
            ],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        var correlation = c.Get(correlationId);
        c.Publish(new PublishedStimulus(
            Stimulus.Event, c.Get(eventName), string.IsNullOrEmpty(correlation) ? null : correlation,
            VariableValues.Storable(c.Get(payload), "payload")));
        c.Complete();
    }

    private static PublishEvent Compile(NodeReader reader) => reader.Fixed("isLocalEvent", false)
        ? throw reader.Error("不支持只在本流程内传递的事件（IsLocalEvent）。")
        : new(reader.Input("eventName", ""), reader.Input<string?>("correlationId"), reader.Input<object?>("payload"));
}
