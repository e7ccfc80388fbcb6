using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Gives a variable a value.</summary>
internal sealed class SetVariable(Output variable, Input<object?> value) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.SetVariable", "数据", "设置变量", "给流程变量赋值")
        {
            Inputs =
            [
                new("Variable", "Variable", "变量") { UIHint = "variable-picker", IsWrapped = false },
                new("Value", "Object", "值"),
            ],
        },
        reader => new SetVariable(reader.Variable("variable"), reader.Input<object?>("value")));

    public override void Execute(ActivityContext c)
    {
        variable.Set(c, c.Get(value));
        c.Complete();
    }
}
