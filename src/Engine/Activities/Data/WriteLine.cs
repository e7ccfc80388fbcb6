using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Data;

/// <summary>Prints a line for logs and tests.</summary>
internal sealed class WriteLine(Input<object?> text) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.WriteLine", "数据", "输出一行", "写一行文字到日志")
        {
            Inputs = [new("Text", "String", "文字")],
        },
        reader => new WriteLine(reader.Input<object?>("text")));

    public override void Execute(ActivityContext c)
    {
        c.WriteLine(ValueConverter.ToText(c.Get(text)));
        c.Complete();
    }
}
