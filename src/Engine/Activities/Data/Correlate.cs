using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Sets the instance's correlation id: events sent to that id reach it from now on.</summary>
internal sealed class Correlate(Input<string?> correlationId) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Correlate", "数据", "设置关联号", "设置流程实例的关联号，事件可以只发给同一关联号的流程")
        {
            Inputs = [new("CorrelationId", "String", "关联号")],
        },
        reader => new Correlate(reader.Input<string?>("correlationId")));

    public override void Execute(ActivityContext c)
    {
        c.Correlate(c.Get(correlationId));
        c.Complete();
    }
}
