using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Where branches meet. The flowchart decides when it runs and what becomes of the branches that did not come.</summary>
internal sealed class FlowJoin(Input<FlowJoinMode> mode) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.FlowJoin", "分支", "汇合", "等待分支到达后继续")
        {
            Inputs =
            [
                new("Mode", "FlowJoinMode", "方式", "等待全部、等待所有走到的分支，或先到先行")
                {
                    UIHint = "dropdown",
                    DefaultValue = nameof(FlowJoinMode.WaitAny),
                    UISpecifications = DropDown.Of(("WaitAll", "等待全部分支"), ("WaitAllActive", "等待所有走到的分支"), ("WaitAny", "先到先行")),
                },
            ],
        },
        reader => new FlowJoin(reader.Input("mode", FlowJoinMode.WaitAny)));

    internal Input<FlowJoinMode> Mode => mode;

    public override void Execute(ActivityContext c) => c.Complete();
}
