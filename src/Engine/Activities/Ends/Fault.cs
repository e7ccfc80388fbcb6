using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Ends;

/// <summary>Fails on purpose.</summary>
internal sealed class Fault(Input<string> code, Input<string> category, Input<string> faultType, Input<string> message) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Fault", "流程", "故障", "以异常中断流程")
        {
            Inputs =
            [
                new("Code", "String", "代码"),
                new("Category", "String", "类别"),
                new("FaultType", "String", "类型"),
                new("Message", "String", "说明") { UIHint = "multiline" },
            ],
        },
        reader => new Fault(
            reader.Input("code", ""), reader.Input("category", ""), reader.Input("faultType", ""), reader.Input("message", "")));

    public override void Execute(ActivityContext c) => throw new ActivityFaultException(c.Get(message) is { Length: > 0 } text ? text : "流程中断。")
    {
        Code = c.Get(code),
        Category = c.Get(category),
        FaultType = c.Get(faultType),
        ActivityId = c.Node.Id,
        Path = c.Node.Path,
        InstanceId = c.InstanceId,
    };
}
