using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Names the instance, for lists.</summary>
internal sealed class SetName(Input<string> value) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.SetName", "数据", "设置实例名称", "给流程实例命名")
        {
            Inputs = [new("Value", "String", "名称")],
        },
        reader => new SetName(reader.Input("value", "")));

    public override void Execute(ActivityContext c)
    {
        c.SetInstanceName(c.Get(value));
        c.Complete();
    }
}
