using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Activities.Time;

/// <summary>As a trigger: starts one instance at a moment. Within a workflow: waits until that moment, not at all where it is past.</summary>
internal sealed class StartAt(Input<DateTimeOffset?> dateTime) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.StartAt", "时间", "在指定时刻", "在指定时刻启动流程；在流程中间则等到该时刻")
        {
            Kind = ActivityKind.Trigger,
            Inputs = [new("DateTime", "DateTimeOffset", "时刻", "带时区，例如 2026-10-01T08:30:00+08:00；不带时区按协调世界时（北京时间减 8 小时）")],
        },
        reader => new StartAt(reader.Input<DateTimeOffset?>("dateTime")));

    public override IReadOnlyList<Trigger> Triggers(TriggerScope scope) => scope.Get(dateTime) is { } moment
        ? [scope.OnSchedule(new Once(moment))]
        : throw scope.Error("没有填写时刻，不能作为触发器。");

    public override StepTiming Timing => StepTiming.WaitsBeside;

    public override void Execute(ActivityContext c)
    {
        if (c.IsTrigger || c.Get(dateTime) is not { } moment || moment <= c.Now) c.Complete();
        else c.CreateTimer(moment);
    }
}
