using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Sets an output of the workflow or child workflow around it.</summary>
internal sealed class SetOutput(Input<string> name, Input<object?> value) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.SetOutput", "数据", "设置输出", "给流程的输出赋值")
        {
            Inputs =
            [
                new("OutputName", "String", "输出") { UIHint = "output-picker" },
                new("OutputValue", "Object", "值"),
            ],
        },
        reader => new SetOutput(reader.Input("outputName", ""), reader.Input<object?>("outputValue")));

    public override void Execute(ActivityContext c)
    {
        c.SetOutput(c.Get(name), c.Get(value));
        c.Complete();
    }
}
