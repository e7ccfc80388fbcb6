using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Time;

/// <summary>Waits for a span of time.</summary>
internal sealed class Delay(Input<TimeSpan> timeSpan) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Delay", "时间", "延时", "等待一段时间")
        {
            Inputs = [new("TimeSpan", "TimeSpan", "时间长度", "例如 01:30:00（一个半小时）、2.00:00:00（两天）")],
        },
        reader => new Delay(reader.Input<TimeSpan>("timeSpan")));

    public override StepTiming Timing => StepTiming.WaitsBeside;

    public override void Execute(ActivityContext c) => c.CreateTimer(Moments.Later(c, c.Get(timeSpan)));
}
