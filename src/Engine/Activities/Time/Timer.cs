using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Activities.Time;

/// <summary>As a trigger: starts an instance after every interval. Within a workflow: waits for one interval.</summary>
internal sealed class Timer(Input<TimeSpan> interval) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Timer", "时间", "定时器", "每隔一段时间启动流程；在流程中间则等待一次")
        {
            Kind = ActivityKind.Trigger,
            Inputs = [new("Interval", "TimeSpan", "间隔", "例如 00:30:00（半小时）、1.00:00:00（一天）；从发布时算起") { DefaultValue = "00:01:00" }],
        },
        reader => new Timer(reader.Input("interval", TimeSpan.FromMinutes(1))));

    public override IReadOnlyList<Trigger> Triggers(TriggerScope scope)
    {
        var span = scope.Get(interval);
        return span >= Interval.Shortest
            ? [scope.OnSchedule(new Interval(span))]
            : throw scope.Error($"定时器的间隔至少 {Interval.Shortest.TotalSeconds:0} 秒。");
    }

    public override StepTiming Timing => StepTiming.WaitsBeside;

    public override void Execute(ActivityContext c)
    {
        if (c.IsTrigger) c.Complete();
        else c.CreateTimer(Moments.Later(c, c.Get(interval)));
    }
}
